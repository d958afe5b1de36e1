package vn.motcua.exchange.sync;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.CanonicalJson;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.problem.FieldProblem;

/** One line of a batch: {@code {"agency","code","procedure","seq","status","at","applicant","channel","receivedAt","dueAt","note","officer"}}. */
final class SyncLineReader {

	private static final int LONGEST_TEXT = 2_000;

	private static final int LONGEST_MORE = 8_000;

	private static final Set<String> KNOWN = Set.of("agency", "code", "procedure", "seq", "status", "at", "applicant", "channel", "receivedAt", "dueAt", "note",
			"officer");

	private static final int DEEPEST = 20;

	/** Years that a moment can lie in: programs write the first year of their calendar for none. */
	private static final int FIRST_YEAR = 1990;

	private static final int LAST_YEAR = 2200;

	private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(SyncBody.LONGEST_LINE).build()).build()).build();

	private final byte[] bytes;

	private final ObjectNode line;

	private SyncLineReader(byte[] bytes, ObjectNode line) {
		this.bytes = bytes;
		this.line = line;
	}

	record Read(@Nullable SyncedLine line, @Nullable FieldProblem problem) {
	}

	/** A member is not what it must be; on its way out of the reading of one line. */
	private static final class Wrong extends RuntimeException {

		private final transient FieldProblem problem;

		private Wrong(FieldProblem problem) {
			super(problem.code(), null, false, false);
			this.problem = problem;
		}

	}

	static Read read(byte[] bytes) {
		try {
			if (!(JSON.readTree(bytes) instanceof ObjectNode line)) {
				return new Read(null, FieldProblem.of("", "dossier.sync.json"));
			}
			return new Read(new SyncLineReader(bytes, line).line(), null);
		}
		catch (Wrong wrong) {
			return new Read(null, wrong.problem);
		}
		catch (JacksonException unreadable) {
			return new Read(null, FieldProblem.of("", "dossier.sync.json"));
		}
	}

	/** Everything that is wrong with the members of a line that could not be read. */
	static List<FieldProblem> findings(byte[] bytes) {
		try {
			return JSON.readTree(bytes) instanceof ObjectNode line ? new SyncLineReader(bytes, line).findings() : List.of(FieldProblem.of("", "dossier.sync.json"));
		}
		catch (JacksonException unreadable) {
			return List.of(FieldProblem.of("", "dossier.sync.json"));
		}
	}

	private List<FieldProblem> findings() {
		List<FieldProblem> findings = new ArrayList<>();
		for (Runnable member : List.<Runnable>of(this::agency, this::code, this::procedure, this::seq, this::status, this::at, this::channel, this::applicant,
				this::receivedAt, this::dueAt, this::note, this::officer, this::more)) {
			try {
				member.run();
			}
			catch (Wrong wrong) {
				findings.add(wrong.problem);
			}
		}
		return findings;
	}

	private SyncedLine line() {
		return new SyncedLine(agency(), code(), procedure(), seq(), status(), at(), applicant(), channel(), receivedAt(), dueAt(), note(), officer(), more());
	}

	private String agency() {
		return text("agency", 60);
	}

	private DossierCode code() {
		return take("code", "dossier.sync.code", 64, DossierCode::find);
	}

	private ProcedureCode procedure() {
		return take("procedure", "dossier.sync.procedure", 40,
				written -> ProcedureCode.isWellFormed(written) ? Optional.of(new ProcedureCode(written)) : Optional.empty());
	}

	private int seq() {
		return number("seq", 1, 1_000_000);
	}

	private DossierStatus status() {
		return DossierStatus.of(number("status", 1, 10));
	}

	private Instant at() {
		return moment(required("at"), "at");
	}

	private @Nullable Instant receivedAt() {
		return line.hasNonNull("receivedAt") ? moment(line.get("receivedAt"), "receivedAt") : null;
	}

	private @Nullable Instant dueAt() {
		return line.hasNonNull("dueAt") ? moment(line.get("dueAt"), "dueAt") : null;
	}

	private @Nullable String note() {
		return optional(line, "", "note", LONGEST_TEXT);
	}

	private @Nullable String officer() {
		return optional(line, "", "officer", 200);
	}

	private SyncedLine.@Nullable Applicant applicant() {
		if (!line.hasNonNull("applicant")) {
			return null;
		}
		if (!(line.get("applicant") instanceof ObjectNode applicant)) {
			throw new Wrong(FieldProblem.of("/applicant", "form.object"));
		}
		String name = optional(applicant, "/applicant", "name", 200);
		if (name == null) {
			throw new Wrong(FieldProblem.of("/applicant/name", "form.required"));
		}
		return new SyncedLine.Applicant(name, optional(applicant, "/applicant", "number", 20), optional(applicant, "/applicant", "phone", 20),
				optional(applicant, "/applicant", "email", 254));
	}

	private Channel channel() {
		return !line.hasNonNull("channel") ? Channel.DESK : take("channel", "dossier.sync.channel", 20, written -> {
			for (Channel channel : Channel.values()) {
				if (channel.name().equalsIgnoreCase(written)) {
					return Optional.of(channel);
				}
			}
			return Optional.empty();
		});
	}

	/** Members that no rule of ours names, as one canonical text: a tree of them would take many times the room. */
	private @Nullable String more() {
		line.remove(KNOWN);
		if (line.isEmpty()) {
			return null;
		}
		FieldProblem part = LineParts.problem(line);
		if (part != null) {
			throw new Wrong(part);
		}
		String more;
		try (JsonParser json = JSON.createParser(bytes)) {
			more = CanonicalJson.object(json, KNOWN);
		}
		if (more == null) {
			return null;
		}
		if (more.length() > LONGEST_MORE) {
			throw new Wrong(FieldProblem.of("", "dossier.sync.more-too-long", "max", LONGEST_MORE));
		}
		if (more.contains("\\u0000")) {
			throw new Wrong(FieldProblem.of("", "dossier.sync.characters"));
		}
		return more;
	}

	private JsonNode required(String name) {
		if (!line.hasNonNull(name)) {
			throw new Wrong(FieldProblem.of("/" + name, "form.required"));
		}
		return line.get(name);
	}

	private String text(String name, int longest) {
		required(name);
		String text = optional(line, "", name, longest);
		if (text == null) {
			throw new Wrong(FieldProblem.of("/" + name, "form.required"));
		}
		return text;
	}

	private static @Nullable String optional(ObjectNode from, String above, String name, int longest) {
		JsonNode value = from.get(name);
		if (value == null || value.isNull()) {
			return null;
		}
		String pointer = above + "/" + name;
		if (!value.isString()) {
			throw new Wrong(FieldProblem.of(pointer, "form.text"));
		}
		String text = java.text.Normalizer.normalize(value.asString(), java.text.Normalizer.Form.NFC).strip();
		if (text.length() > longest) {
			throw new Wrong(FieldProblem.of(pointer, "form.too-long", "max", longest));
		}
		if (text.indexOf('\0') >= 0) {
			throw new Wrong(FieldProblem.of(pointer, "dossier.sync.characters"));
		}
		return text.isEmpty() ? null : text;
	}

	private <T> T take(String name, String rule, int longest, java.util.function.Function<String, Optional<T>> reading) {
		return reading.apply(text(name, longest)).orElseThrow(() -> new Wrong(FieldProblem.of("/" + name, rule)));
	}

	private int number(String name, int least, int most) {
		JsonNode value = required(name);
		if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < least || value.asInt() > most) {
			throw new Wrong(new FieldProblem("/" + name, "dossier.sync.number-between", Map.of("min", least, "max", most)));
		}
		return value.asInt();
	}

	private static Instant moment(JsonNode value, String name) {
		try {
			if (value.isString() && value.asString().length() <= 40) {
				OffsetDateTime moment = OffsetDateTime.parse(value.asString());
				if (moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR) {
					return moment.toInstant();
				}
			}
		}
		catch (DateTimeException notOne) {
			// refused below
		}
		throw new Wrong(FieldProblem.of("/" + name, "dossier.sync.moment"));
	}

}
