package vn.motcua.agent;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is found, as a trial shows it: each kind a few times, then counted. */
final class Kinds {

	private static final int SHOWN = 5;

	private static final int MOST = 100;

	private final Words words;

	private final PrintStream out;

	private final Map<String, Integer> counts = new LinkedHashMap<>();

	Kinds(Words words, PrintStream out) {
		this.words = words;
		this.out = out;
	}

	void show(String kind, String finding) {
		int count = counts.size() < MOST || counts.containsKey(kind) ? counts.merge(kind, 1, Integer::sum) : SHOWN + 1;
		if (count <= SHOWN) {
			out.println("  ! " + finding);
		}
	}

	/** How often there was what was not shown each time. */
	void counted() {
		counts.forEach((kind, count) -> {
			if (count > SHOWN) {
				out.println("  " + words.text("try.kind", count, kind));
			}
		});
	}

}
