package vn.motcua.exchange.sync;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kernel.problem.FieldProblem;

/**
 * Members of a line that are typed though it may do without them: {@code components}, {@code results}, {@code fees}, {@code payments} and
 * {@code supplement}. Decision 31/2021/QĐ-TTg art. 30.
 */
final class LineParts {

	private static final int MOST = 100;

	private static final int MOST_FILES = 50;

	private static final long MOST_VND = 100_000_000_000_000L;

	private static final Map<String, Set<String>> WORDS = Map.of("payAt", Set.of("receipt", "supplement", "result"), "method", Set.of("portal", "local", "bank", "cash", "other"),
			"kind", Set.of("original", "copy", "electronic"));

	private LineParts() {
	}

	/** A part is not what it must be. */
	private static final class Wrong extends RuntimeException {

		private final transient FieldProblem problem;

		private Wrong(String pointer, String rule) {
			this(FieldProblem.of(pointer, rule));
		}

		private Wrong(FieldProblem problem) {
			super(problem.code(), null, false, false);
			this.problem = problem;
		}

	}

	/** The first thing wrong with a part, {@code null} when nothing is. */
	static @Nullable FieldProblem problem(ObjectNode line) {
		try {
			list(line, "components", LineParts::paper);
			list(line, "results", LineParts::paper);
			list(line, "fees", LineParts::money);
			list(line, "payments", LineParts::money);
			supplement(line.get("supplement"));
			return null;
		}
		catch (Wrong wrong) {
			return wrong.problem;
		}
	}

	private interface Rule {

		void check(ObjectNode one, String pointer);

	}

	private static void list(ObjectNode line, String name, Rule rule) {
		JsonNode list = line.get(name);
		if (list == null || list.isNull()) {
			return;
		}
		each(list, "/" + name, MOST, rule);
	}

	private static void each(JsonNode list, String pointer, int most, Rule rule) {
		if (!list.isArray()) {
			throw new Wrong(pointer, "exchange.part.list");
		}
		if (list.size() > most) {
			throw new Wrong(FieldProblem.of(pointer, "form.too-many", "max", most));
		}
		for (int place = 0; place < list.size(); place++) {
			if (!(list.get(place) instanceof ObjectNode one)) {
				throw new Wrong(pointer + "/" + place, "form.object");
			}
			rule.check(one, pointer + "/" + place);
		}
	}

	private static void paper(ObjectNode paper, String pointer) {
		text(paper, pointer, "name", 500, true);
		text(paper, pointer, "code", 100, false);
		text(paper, pointer, "number", 100, false);
		word(paper, pointer, "kind");
		flag(paper, pointer, "digitised");
		JsonNode files = paper.get("files");
		if (files != null && !files.isNull()) {
			each(files, pointer + "/files", MOST_FILES, LineParts::file);
		}
	}

	/** By its address, by its digest, or both; what has only a name says nothing. */
	private static void file(ObjectNode file, String pointer) {
		text(file, pointer, "name", 300, true);
		text(file, pointer, "mediaType", 120, false);
		String sha256 = text(file, pointer, "sha256", 64, false);
		String url = text(file, pointer, "url", 1_000, false);
		if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
			throw new Wrong(pointer + "/sha256", "exchange.sha256");
		}
		if (url != null && !url.matches("https?://[^\\s\"<>]+")) {
			throw new Wrong(pointer + "/url", "exchange.part.url");
		}
		if (sha256 == null && url == null) {
			throw new Wrong(pointer + "/sha256", "exchange.part.file");
		}
		number(file, pointer, "bytes", false);
	}

	private static void money(ObjectNode money, String pointer) {
		text(money, pointer, "name", 300, false);
		text(money, pointer, "code", 100, false);
		text(money, pointer, "transaction", 100, false);
		number(money, pointer, "amountVnd", true);
		word(money, pointer, "payAt");
		word(money, pointer, "method");
	}

	private static void supplement(@Nullable JsonNode supplement) {
		if (supplement == null || supplement.isNull()) {
			return;
		}
		if (!(supplement instanceof ObjectNode asked)) {
			throw new Wrong("/supplement", "form.object");
		}
		JsonNode items = asked.get("items");
		if (items != null && !items.isNull()) {
			each(items, "/supplement/items", MOST, (item, pointer) -> {
				text(item, pointer, "component", 100, false);
				text(item, pointer, "what", 1_000, true);
			});
		}
	}

	private static @Nullable String text(ObjectNode from, String pointer, String name, int longest, boolean required) {
		JsonNode value = from.get(name);
		if (value == null || value.isNull() || value.isString() && value.asString().isBlank()) {
			if (required) {
				throw new Wrong(pointer + "/" + name, "form.required");
			}
			return null;
		}
		if (!value.isString()) {
			throw new Wrong(pointer + "/" + name, "form.text");
		}
		if (value.asString().length() > longest) {
			throw new Wrong(FieldProblem.of(pointer + "/" + name, "form.too-long", "max", longest));
		}
		return value.asString();
	}

	private static void word(ObjectNode from, String pointer, String name) {
		String word = text(from, pointer, name, 40, false);
		if (word != null && !WORDS.get(name).contains(word)) {
			throw new Wrong(FieldProblem.of(pointer + "/" + name, "exchange.record.word", "words", String.join(", ", WORDS.get(name).stream().sorted().toList())));
		}
	}

	private static void flag(ObjectNode from, String pointer, String name) {
		if (from.hasNonNull(name) && !from.get(name).isBoolean()) {
			throw new Wrong(pointer + "/" + name, "exchange.part.flag");
		}
	}

	private static void number(ObjectNode from, String pointer, String name, boolean required) {
		JsonNode value = from.get(name);
		if (value == null || value.isNull()) {
			if (required) {
				throw new Wrong(pointer + "/" + name, "form.required");
			}
			return;
		}
		if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0 || value.asLong() > MOST_VND) {
			throw new Wrong(new FieldProblem(pointer + "/" + name, "dossier.sync.number-between", Map.of("min", 0, "max", MOST_VND)));
		}
	}

}
