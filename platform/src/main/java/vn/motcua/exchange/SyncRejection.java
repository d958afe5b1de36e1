package vn.motcua.exchange;

import java.time.Instant;

import vn.motcua.kernel.problem.FieldProblem;

/**
 * One line that was not recorded, and why.
 *
 * @param line place in its batch, from 1
 * @param text the line as it was sent, cut to 8,000 characters
 */
public record SyncRejection(long call, int line, Instant at, FieldProblem problem, String text) {
}
