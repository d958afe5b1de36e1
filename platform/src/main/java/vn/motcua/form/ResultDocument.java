package vn.motcua.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * The template of a result filled with a dossier's answers: <code>{{path}}</code>, <code>{{date path}}</code>,
 * <code>{{address path}}</code>, <code>{{label path}}</code>, <code>{{money path}}</code>, <code>{{#if path}}…{{/if}}</code>,
 * <code>{{#each path}}…{{/each}}</code>. Everything filled in is escaped; a template can never make markup out of what a
 * person typed.
 */
final class ResultDocument {

	private static final Pattern MARK = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	/** Lists of lists of a template multiply; what people read on paper has far less. */
	private static final int MOST_REPETITIONS = 100_000;

	private static final int MOST_LETTERS = 2_000_000;

	private final JsonNode answers;

	private final Map<String, String> facts;

	private final BiFunction<String, String, String> labels;

	private final Function<JsonNode, String> addresses;

	private final Deque<Frame> frames = new ArrayDeque<>();

	private int repetitions;

	/**
	 * @param facts number, signed_on, agency, signer, position, code, qr
	 * @param labels words of an option by path of the question and value
	 * @param addresses an address answer in words
	 */
	ResultDocument(JsonNode answers, Map<String, String> facts, BiFunction<String, String, String> labels, Function<JsonNode, String> addresses) {
		this.answers = answers;
		this.facts = facts;
		this.labels = labels;
		this.addresses = addresses;
	}

	/** What names mean inside one repetition. */
	private record Frame(String path, JsonNode item) {
	}

	String filled(String template) {
		StringBuilder text = new StringBuilder(template.length() + 512);
		Matcher mark = MARK.matcher(template);
		int at = 0;
		while (mark.find(at)) {
			text.append(template, at, mark.start());
			String words = mark.group(1);
			if (words.startsWith("#")) {
				int end = endOf(template, mark.end(), words.substring(1).split("\\s", 2)[0]);
				text.append(block(words, template.substring(mark.end(), template.lastIndexOf("{{", end - 1))));
				at = end;
			}
			else {
				text.append(escaped(value(words)));
				at = mark.end();
			}
		}
		return text.append(template, at, template.length()).toString();
	}

	/** Just behind the mark that closes the block opened before {@code from}. */
	private static int endOf(String template, int from, String kind) {
		Matcher mark = MARK.matcher(template);
		int depth = 1;
		int at = from;
		while (mark.find(at)) {
			String words = mark.group(1);
			depth += words.startsWith("#" + kind) ? 1 : words.equals("/" + kind) ? -1 : 0;
			at = mark.end();
			if (depth == 0) {
				return at;
			}
		}
		throw new IllegalArgumentException("{{#" + kind + "}} is not closed");
	}

	private String block(String words, String inner) {
		String[] parts = words.split("\\s+", 2);
		String path = parts.length < 2 ? "" : parts[1];
		return switch (parts[0]) {
			case "#if" -> holds(find(path)) || facts.getOrDefault(path, "").length() > 0 ? filled(inner) : "";
			case "#each" -> each(path, inner);
			default -> throw new IllegalArgumentException("unknown mark {{" + words + "}}");
		};
	}

	private String each(String path, String inner) {
		StringBuilder text = new StringBuilder();
		JsonNode items = find(path);
		if (items != null && items.isArray()) {
			String full = full(path);
			for (Iterator<JsonNode> rest = items.iterator(); rest.hasNext();) {
				frames.push(new Frame(full, rest.next()));
				text.append(filled(inner));
				frames.pop();
				if (++repetitions > MOST_REPETITIONS || text.length() > MOST_LETTERS) {
					throw new IllegalArgumentException("the lists of the template make a document of more than " + MOST_REPETITIONS + " items or " + MOST_LETTERS + " letters");
				}
			}
		}
		return text.toString();
	}

	private String value(String words) {
		String[] parts = words.split("\\s+", 2);
		if (parts.length == 1) {
			JsonNode own = repeated(words);
			return own == null && facts.containsKey(words) ? facts.get(words) : plain(own == null ? find(words) : own);
		}
		JsonNode value = find(parts[1]);
		return switch (parts[0]) {
			case "date" -> day(plain(value));
			case "address" -> value == null ? "" : addresses.apply(value);
			case "label" -> label(parts[1], value);
			case "money" -> value == null || !value.isNumber() ? plain(value) : String.format(java.util.Locale.of("vi", "VN"), "%,d đồng", value.asLong());
			default -> throw new IllegalArgumentException("unknown mark {{" + words + "}}");
		};
	}

	private String label(String path, @Nullable JsonNode value) {
		String full = full(path);
		if (value != null && value.isArray()) {
			return value.valueStream().map(one -> labels.apply(full, plain(one))).collect(java.util.stream.Collectors.joining(", "));
		}
		return value == null ? "" : labels.apply(full, plain(value));
	}

	/** A path from the answers' root: inside a repetition names mean what stands in it. */
	private String full(String path) {
		return frames.isEmpty() || find(answers, path) != null ? path : frames.peek().path() + "." + path;
	}

	private @Nullable JsonNode find(String path) {
		JsonNode own = repeated(path);
		return own == null ? find(answers, path) : own;
	}

	/** What a name means inside the repetitions around it: there it comes before facts of the result, such as {@code code}. */
	private @Nullable JsonNode repeated(String path) {
		for (Frame frame : frames) {
			JsonNode found = path.equals("this") ? frame.item() : find(frame.item(), path);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private static @Nullable JsonNode find(JsonNode from, String path) {
		JsonNode node = from;
		for (String name : path.split("\\.")) {
			node = node == null ? null : node.get(name);
		}
		return node == null || node.isNull() ? null : node;
	}

	private static boolean holds(@Nullable JsonNode value) {
		return value != null && !(value.isBoolean() && !value.asBoolean()) && !(value.isContainer() && value.isEmpty()) && !(value.isString() && value.asString().isEmpty());
	}

	private static String plain(@Nullable JsonNode value) {
		return value == null || value.isContainer() ? "" : value.asString();
	}

	/** A day as people write it; a year alone stays a year. */
	private static String day(String value) {
		try {
			return value.length() == 10 ? DAY.format(LocalDate.parse(value)) : value;
		}
		catch (DateTimeParseException notADay) {
			return value;
		}
	}

	static String escaped(String text) {
		StringBuilder escaped = new StringBuilder(text.length() + 16);
		text.codePoints().filter(c -> c == '\n' || c == '\t' || c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)).forEach(c -> {
			switch (c) {
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '&' -> escaped.append("&amp;");
				case '"' -> escaped.append("&quot;");
				case '\'' -> escaped.append("&#39;");
				default -> escaped.appendCodePoint(c);
			}
		});
		return escaped.toString();
	}

}
