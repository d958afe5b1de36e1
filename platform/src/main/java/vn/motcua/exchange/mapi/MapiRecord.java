package vn.motcua.exchange.mapi;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kernel.problem.FieldProblem;

/**
 * A record as real clients send it: names in any case, numbers as text and texts as numbers, one thing alone in place of a list,
 * empty texts and null for what is not there.
 */
final class MapiRecord {

	private static final int LONGEST_WORD = 2_000;

	private final ObjectNode node;

	private final Map<String, JsonNode> members = new TreeMap<>();

	MapiRecord(ObjectNode node) {
		this.node = node;
		node.properties().forEach(member -> members.putIfAbsent(member.getKey().toLowerCase(Locale.ROOT), member.getValue()));
	}

	/** A member is not what it must be; on its way out of the reading of one record. */
	static final class Wrong extends RuntimeException {

		private final transient FieldProblem problem;

		Wrong(FieldProblem problem) {
			super(problem.code(), null, false, false);
			this.problem = problem;
		}

		Wrong(String name, String rule) {
			this(FieldProblem.of("/" + name, rule));
		}

		FieldProblem problem() {
			return problem;
		}

	}

	ObjectNode node() {
		return node;
	}

	/** The first of these members that says something; {@code null} when none does. */
	@Nullable String text(String... names) {
		for (String name : names) {
			String text = plain(name, members.get(name.toLowerCase(Locale.ROOT)));
			if (text != null) {
				return text;
			}
		}
		return null;
	}

	String required(String... names) {
		String text = text(names);
		if (text == null) {
			throw new Wrong(names[0], "form.required");
		}
		return text;
	}

	@Nullable Integer number(String... names) {
		String text = text(names);
		if (text == null) {
			return null;
		}
		if (!text.matches("\\d{1,9}(\\.0+)?")) {
			throw new Wrong(names[0], "exchange.mapi.number");
		}
		return Integer.valueOf(text.replaceAll("\\..*", ""));
	}

	/** Whole đồng; clients write {@code 20000}, {@code 20000.00} or {@code 20.000}. */
	@Nullable Long money(String... names) {
		String text = text(names);
		if (text == null) {
			return null;
		}
		String digits = text.replaceAll("\\s|[đĐ]|VN[ĐD]", "");
		if (digits.matches("\\d{1,3}([.,]\\d{3})+")) {
			digits = digits.replaceAll("[.,]", "");
		}
		if (!digits.matches("\\d{1,14}(\\.0{1,2})?")) {
			throw new Wrong(names[0], "exchange.mapi.money");
		}
		return Long.valueOf(digits.replaceAll("\\..*", ""));
	}

	@Nullable Instant moment(String... names) {
		String text = text(names);
		return text == null ? null : MapiMoment.read(text).orElseThrow(() -> new Wrong(names[0], "exchange.mapi.moment"));
	}

	/** Records of a list; one alone is a list of one, a text that holds JSON is read. */
	List<MapiRecord> list(String name, int most) {
		JsonNode found = members.get(name.toLowerCase(Locale.ROOT));
		if (found != null && found.isString() && !found.asString().isBlank()) {
			found = MapiBody.inner(found.asString()).orElse(found);
		}
		List<MapiRecord> list = new ArrayList<>();
		Stream<JsonNode> all = found == null || found.isNull() || found.isString() && found.asString().isBlank() ? Stream.empty()
				: found.isArray() ? found.valueStream() : Stream.of(found);
		all.filter(one -> !one.isNull()).limit(most + 1L).forEach(one -> {
			if (!(one instanceof ObjectNode object)) {
				throw new Wrong(name, "exchange.mapi.list");
			}
			list.add(new MapiRecord(object));
		});
		if (list.size() > most) {
			throw new Wrong(FieldProblem.of("/" + name, "form.too-many", "max", most));
		}
		return list;
	}

	private static @Nullable String plain(String name, @Nullable JsonNode value) {
		if (value == null || value.isNull() || value.isContainer()) {
			return null;
		}
		String text = Normalizer.normalize(value.asString(""), Normalizer.Form.NFC).strip();
		if (text.length() > LONGEST_WORD) {
			throw new Wrong(FieldProblem.of("/" + name, "form.too-long", "max", LONGEST_WORD));
		}
		if (text.indexOf('\0') >= 0) {
			throw new Wrong(name, "dossier.sync.characters");
		}
		return text.isEmpty() || text.equalsIgnoreCase("null") ? null : text;
	}

}
