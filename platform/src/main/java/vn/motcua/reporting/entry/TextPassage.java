package vn.motcua.reporting.entry;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.ValueSource;

/**
 * What one person wrote in a text at a stretch.
 *
 * @param version of the text after it
 * @param saves how often it was saved meanwhile
 * @param before what stood there, {@code null} where it was not kept yet
 * @param source {@code null} where it was not kept yet
 */
public record TextPassage(int version, int saves, @Nullable String before, String after, @Nullable ValueSource source, String by, Instant from, Instant at) {

	/** Characters on either side of what was changed. */
	private static final int AROUND = 60;

	/** Of what was taken out or put in, so much is shown. */
	private static final int MOST = 1_000;

	static TextPassage of(TextChange save) {
		return new TextPassage(save.version(), 1, save.before(), save.content(), save.source(), save.by(), save.at(), save.at());
	}

	/** With an earlier save of the same stretch. */
	TextPassage since(TextChange save) {
		return new TextPassage(version, saves + 1, save.before(), after, source, by, save.at(), at);
	}

	/** What was changed, between what stands on either side of it; all of it is new where nobody knows what stood there. */
	public record Shown(String lead, String taken, String put, String tail) {
	}

	public Shown shown() {
		Splice words = Splice.ofWords(before == null ? "" : before, after);
		int end = words.kept() + words.put().length();
		String lead = after.substring(Math.max(0, words.kept() - AROUND), words.kept());
		String tail = after.substring(end, Math.min(after.length(), end + AROUND));
		return new Shown((words.kept() > AROUND ? "…" : "") + lead, cut(words.taken()), cut(words.put()), tail + (after.length() > end + AROUND ? "…" : ""));
	}

	private static String cut(String text) {
		return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
	}

}
