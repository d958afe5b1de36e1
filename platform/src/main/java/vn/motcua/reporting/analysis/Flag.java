package vn.motcua.reporting.analysis;

/** What must be said beside a figure. Kept as bits. */
public enum Flag {

	/** Not all who owe a report have sent it. */
	PROVISIONAL("provisional"),
	/** Nothing was reported, or it cannot be put together. */
	MISSING("missing"),
	/** Summed over the units that went into this one. */
	RECAST("recast"),
	/** A unit that went here was divided among several: its figure is not parted by guess. */
	PART("part"),
	/** Made up for demonstration. */
	SYNTHETIC("synthetic"),
	/** The period was not over when it was read (<i>ước</i>). */
	ESTIMATE("estimate"),
	/** Sent and not yet accepted by all (<i>sơ bộ</i>). */
	PRELIMINARY("preliminary"),
	/** Accepted by all, or the period is closed (<i>chính thức</i>). */
	OFFICIAL("official");

	private static final String[] WORDS = new String[1 << values().length];

	private final String word;

	Flag(String word) {
		this.word = word;
	}

	public String word() {
		return word;
	}

	public int bit() {
		return 1 << ordinal();
	}

	public boolean in(int flags) {
		return (flags & bit()) != 0;
	}

	static {
		for (int flags = 0; flags < WORDS.length; flags++) {
			WORDS[flags] = joined(flags);
		}
	}

	/** The words of the flags, blank between them. */
	public static String words(int flags) {
		return WORDS[flags];
	}

	private static String joined(int flags) {
		StringBuilder words = new StringBuilder();
		for (Flag flag : values()) {
			if (flag.in(flags)) {
				words.append(words.isEmpty() ? "" : " ").append(flag.word);
			}
		}
		return words.toString();
	}

}
