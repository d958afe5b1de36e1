package vn.motcua.kernel.cli;

import java.io.PrintStream;
import java.util.List;

/**
 * One command of {@code ./motcua}. A command that needs no server is named in {@code META-INF/services}; one that works on
 * the database is a bean.
 */
public interface Command {

	/** First word after {@code ./motcua}. */
	String name();

	/** One line for {@code ./motcua help}. */
	String usage();

	/** Runs with the words after the name and answers the exit status: 0 fine, 1 findings, 2 wrong words. */
	int run(List<String> arguments, PrintStream out);

}
