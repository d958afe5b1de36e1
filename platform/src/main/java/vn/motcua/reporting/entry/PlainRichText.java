package vn.motcua.reporting.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little markup of narratives: blank lines between paragraphs, {@code -} before items, {@code **bold**} and {@code *italic*}, {@code ## heading}; and
 * {@code {LD0301}} for a figure. Everything else stands as it is typed, so nothing in it can become a tag.
 */
public record PlainRichText(List<Block> blocks) {

	private static final Pattern FIGURE = Pattern.compile("\\{([A-Z][A-Z0-9_]{1,23}(?:\\[[A-Za-z0-9_.+=,-]{1,100}])?)}");

	private static final Pattern MARK = Pattern.compile("\\*\\*([^*]+)\\*\\*|\\*([^*]+)\\*");

	/** @param kind {@code p}, {@code li} or {@code h} */
	public record Block(String kind, List<Run> runs) {
	}

	public record Run(String text, boolean bold, boolean italic) {
	}

	/** @param figure words of a figure by its name; {@code null} where there is no such figure, which then stays as written */
	static PlainRichText of(String text, Function<String, String> figure) {
		List<Block> blocks = new ArrayList<>();
		StringBuilder paragraph = new StringBuilder();
		for (String line : (text + "\n").split("\n", -1)) {
			String stripped = line.strip();
			boolean item = stripped.startsWith("- ") || stripped.startsWith("+ ");
			boolean heading = stripped.startsWith("## ");
			if (stripped.isEmpty() || item || heading) {
				end(paragraph, blocks, figure);
			}
			if (item || heading) {
				blocks.add(new Block(item ? "li" : "h", runs(stripped.substring(heading ? 3 : 2), figure)));
			}
			else if (!stripped.isEmpty()) {
				paragraph.append(paragraph.isEmpty() ? "" : " ").append(stripped);
			}
		}
		end(paragraph, blocks, figure);
		return new PlainRichText(blocks);
	}

	private static void end(StringBuilder paragraph, List<Block> blocks, Function<String, String> figure) {
		if (!paragraph.isEmpty()) {
			blocks.add(new Block("p", runs(paragraph.toString(), figure)));
			paragraph.setLength(0);
		}
	}

	/** A text with its figures in words. */
	static String filled(String text, Function<String, String> figure) {
		return FIGURE.matcher(text).replaceAll(found -> {
			String words = figure.apply(found.group(1));
			return Matcher.quoteReplacement(words == null ? found.group() : words);
		});
	}

	private static List<Run> runs(String text, Function<String, String> figure) {
		String filled = filled(text, figure);
		List<Run> runs = new ArrayList<>();
		Matcher mark = MARK.matcher(filled);
		int at = 0;
		while (mark.find()) {
			if (mark.start() > at) {
				runs.add(new Run(filled.substring(at, mark.start()), false, false));
			}
			runs.add(new Run(mark.group(1) != null ? mark.group(1) : mark.group(2), mark.group(1) != null, mark.group(1) == null));
			at = mark.end();
		}
		if (at < filled.length()) {
			runs.add(new Run(filled.substring(at), false, false));
		}
		return runs;
	}

}
