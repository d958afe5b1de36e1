package vn.motcua.reporting.board;

import vn.motcua.reporting.analysis.Picture;

/**
 * A question on a board and how its answer is drawn.
 *
 * @param title in the words of who made the board; empty for the names of the indicators in the reader's language
 * @param question as {@link vn.motcua.reporting.analysis.Question#query} writes it, with times that move with today
 */
public record BoardPicture(String title, Picture picture, String question) {
}
