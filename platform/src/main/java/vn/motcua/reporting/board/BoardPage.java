package vn.motcua.reporting.board;

import java.time.Instant;
import java.util.List;

import vn.motcua.reporting.analysis.Flag;

/**
 * A board with its figures.
 *
 * @param own whether who looks at it may change it
 * @param at when the figures were read
 */
public record BoardPage(Board board, List<DrawnPicture> pictures, boolean own, Instant at) {

	public boolean any(Flag flag) {
		return pictures.stream().anyMatch(picture -> picture.view() != null && picture.view().answer().any(flag));
	}

}
