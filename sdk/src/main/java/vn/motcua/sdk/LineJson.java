package vn.motcua.sdk;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** A line as JSON text. Further members go through as text, so that numbers stay as they were written. */
final class LineJson {

	static final ObjectMapper JSON = new ObjectMapper();

	private static final Set<String> KNOWN = Set.of("agency", "code", "procedure", "seq", "status", "at", "applicant", "channel", "receivedAt", "dueAt", "note",
			"officer");

	private LineJson() {
	}

	static String write(SyncLine line) {
		StringWriter text = new StringWriter(256);
		try (JsonGenerator json = JSON.getFactory().createGenerator(text)) {
			json.writeStartObject();
			json.writeStringField("agency", line.agency());
			json.writeStringField("code", line.code());
			json.writeStringField("procedure", line.procedure());
			json.writeNumberField("seq", line.seq());
			json.writeNumberField("status", line.status().number());
			json.writeStringField("at", line.at().toString());
			applicant(json, line.applicant());
			json.writeStringField("channel", line.channel().name());
			optional(json, "receivedAt", line.receivedAt());
			optional(json, "dueAt", line.dueAt());
			optional(json, "note", line.note());
			optional(json, "officer", line.officer());
			if (line.more() != null) {
				json.writeRaw("," + line.more().substring(1, line.more().length() - 1));
			}
			json.writeEndObject();
		}
		catch (IOException neverOnText) {
			throw new UncheckedIOException(neverOnText);
		}
		return text.toString();
	}

	private static void applicant(JsonGenerator json, @Nullable Applicant applicant) throws IOException {
		if (applicant != null) {
			json.writeObjectFieldStart("applicant");
			json.writeStringField("name", applicant.name());
			optional(json, "number", applicant.number());
			optional(json, "phone", applicant.phone());
			optional(json, "email", applicant.email());
			json.writeEndObject();
		}
	}

	private static void optional(JsonGenerator json, String name, @Nullable Object value) throws IOException {
		if (value != null) {
			json.writeStringField(name, value.toString());
		}
	}

	static SyncLine read(String text) {
		TreeMap<String, String> members = CanonicalJson.members(text);
		TreeMap<String, String> more = new TreeMap<>(members);
		more.keySet().removeAll(KNOWN);
		try {
			JsonNode line = JSON.readTree(text);
			return new SyncLine(line.path("agency").asText(), line.path("code").asText(), line.path("procedure").asText(), line.path("seq").asInt(),
					Status.of(line.path("status").asInt()), moment(line, "at"), applicant(line.get("applicant")), channel(line), moment(line, "receivedAt"),
					moment(line, "dueAt"), text(line, "note"), text(line, "officer"), more.isEmpty() ? null : CanonicalJson.object(more));
		}
		catch (IOException | DateTimeException unreadable) {
			throw new IllegalArgumentException("not a line: " + unreadable.getMessage(), unreadable);
		}
	}

	private static Channel channel(JsonNode line) {
		String channel = text(line, "channel");
		return channel == null ? Channel.DESK : Channel.valueOf(channel.toUpperCase(Locale.ROOT));
	}

	private static @Nullable Applicant applicant(@Nullable JsonNode applicant) {
		return applicant == null || applicant.isNull() ? null
				: new Applicant(applicant.path("name").asText(), text(applicant, "number"), text(applicant, "phone"), text(applicant, "email"));
	}

	private static @Nullable String text(JsonNode from, String name) {
		return from.hasNonNull(name) ? from.get(name).asText() : null;
	}

	private static @Nullable Instant moment(JsonNode from, String name) {
		return from.hasNonNull(name) ? OffsetDateTime.parse(from.get(name).asText()).toInstant() : null;
	}

	/** The canonical text of further members, checked. */
	static @Nullable String checkedMore(@Nullable String more) {
		if (more == null || more.isBlank()) {
			return null;
		}
		Map<String, String> members = CanonicalJson.members(more);
		for (String name : members.keySet()) {
			if (KNOWN.contains(name)) {
				throw new IllegalArgumentException("more has the known member " + name);
			}
		}
		return members.isEmpty() ? null : CanonicalJson.object(members);
	}

	static String with(@Nullable String more, String name, JsonNode value) {
		TreeMap<String, String> members = more == null ? new TreeMap<>() : CanonicalJson.members(more);
		members.put(name, value.toString());
		return CanonicalJson.object(members);
	}

}
