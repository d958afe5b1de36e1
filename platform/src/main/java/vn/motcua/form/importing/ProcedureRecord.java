package vn.motcua.form.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A record of the national database of procedures as {@code LayThuTuc} gives it, by itself or in the envelope of the
 * one-stop interface. Names of members are read whatever their case.
 */
final class ProcedureRecord {

	private static final Set<String> ENVELOPE = Set.of("result", "data", "ketqua");

	private final JsonNode record;

	private ProcedureRecord(JsonNode record) {
		this.record = record;
	}

	static ProcedureRecord of(String text) {
		JsonNode at = SourceJson.read(text);
		for (int depth = 0; depth < 4 && member(at, "MATTHC").isMissingNode(); depth++) {
			if (at.isArray()) {
				if (at.size() != 1) {
					throw new ImportRefused("The file holds " + at.size() + " records; give one procedure.");
				}
				at = at.get(0);
			}
			else {
				JsonNode outer = at;
				at = outer.properties().stream().filter(member -> ENVELOPE.contains(member.getKey().toLowerCase(Locale.ROOT)) && member.getValue().isContainer())
					.map(java.util.Map.Entry::getValue).findFirst().orElse(MissingNode.getInstance());
			}
		}
		if (!at.isObject()) {
			throw new ImportRefused("This is not the record of a procedure: it has no MATTHC.");
		}
		return new ProcedureRecord(at);
	}

	JsonNode root() {
		return record;
	}

	String text(String name) {
		return text(record, name);
	}

	List<JsonNode> list(String name) {
		return list(record, name);
	}

	List<String> members() {
		return List.copyOf(record.propertyNames());
	}

	/** The first member of these names that says something, in one line. */
	static String text(JsonNode object, String... names) {
		for (String name : names) {
			String text = Words.plain(member(object, name).asString(""));
			if (!text.isEmpty()) {
				return text;
			}
		}
		return "";
	}

	/** A list; one thing alone is a list of one. */
	static List<JsonNode> list(JsonNode object, String name) {
		JsonNode found = member(object, name);
		List<JsonNode> list = new ArrayList<>();
		if (found.isArray()) {
			found.forEach(list::add);
		}
		else if (found.isObject() && !found.isEmpty() || !found.asString("").isBlank()) {
			list.add(found);
		}
		return list;
	}

	static JsonNode member(JsonNode object, String name) {
		return object.properties().stream().filter(member -> member.getKey().equalsIgnoreCase(name)).map(java.util.Map.Entry::getValue).findFirst()
			.orElse(MissingNode.getInstance());
	}

}
