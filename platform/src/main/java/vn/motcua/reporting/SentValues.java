package vn.motcua.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.FieldProblem;

/** Values that came in a form of their own, line by line: found right as a whole and written in one transaction, or not at all. */
public interface SentValues {

	/**
	 * One value, each field as it was written.
	 *
	 * @param line where it stood, from 1
	 * @param agency any of its codes, or {@code id:} and its number
	 * @param value with a decimal point; empty to empty the cell
	 */
	record Sent(int line, String regime, String period, String agency, String indicator, String breakdown, String value) {
	}

	/** @param problem its pointer names the field ({@code /agency}), or nothing where the line as a whole is wrong */
	record Wrong(int line, FieldProblem problem) {
	}

	/**
	 * @param changed values that stood otherwise or not at all; in a dry run those that would change
	 * @param wrong nothing is written where there is any
	 */
	record Taken(int values, int reports, int changed, List<Wrong> wrong) {
	}

	/** Reads what was sent, once all of it has arrived and there is a place for it. */
	@FunctionalInterface
	interface Reading {

		/** @param wrong takes what is wrong with a line already as it is written */
		List<Sent> read(InputStream arrived, Consumer<Wrong> wrong) throws IOException;

	}

	/** Asks of each report whether the sender may change it now, in a dry run too. */
	Taken take(InputStream body, long mostBytes, Reading reading, boolean dryRun, Actor actor) throws IOException;

}
