package vn.motcua.kernel.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** A command of one word that looks through what a room keeps, such as {@code verify}, or makes anew what is derived. */
public abstract class CheckCommand implements Command {

	private final String name;

	private final String usage;

	private final Map<String, Callable<Found>> words;

	/** @param words what each word does */
	protected CheckCommand(String name, String usage, Map<String, Callable<Found>> words) {
		this.name = name;
		this.usage = usage;
		this.words = words;
	}

	/** @param sound false when something differs @param told what was found, line by line */
	public record Found(boolean sound, List<String> told) {
	}

	@Override
	public final String name() {
		return name;
	}

	@Override
	public final String usage() {
		return usage;
	}

	@Override
	public final int run(List<String> arguments, PrintStream out) {
		Callable<Found> word = arguments.size() == 1 ? words.get(arguments.getFirst()) : null;
		if (word == null) {
			out.println(usage);
			return 2;
		}
		Found found = found(word);
		found.told().forEach(out::println);
		return found.sound() ? 0 : 1;
	}

	private static Found found(Callable<Found> word) {
		try {
			return word.call();
		}
		catch (RuntimeException failed) {
			throw failed;
		}
		catch (Exception failed) {
			throw new IllegalStateException(failed);
		}
	}

}
