package vn.motcua.exchange.sent;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.exchange.SentRecord.Kind;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.problem.FieldProblem;

/** What a line of each kind must be, member by member. */
final class RecordReader {

	private static final int DEEPEST = 20;

	private static final int LONGEST_LINE = 64 << 10;

	private static final long MOST = 1_000_000_000L;

	private static final long MOST_VND = 100_000_000_000_000L;

	private static final int LONGEST_WORDS = 5_000;

	private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_LINE).build()).build()).build();

	private final ObjectNode line;

	private RecordReader(ObjectNode line) {
		this.line = line;
	}

	/** A line before its agency and dossier are looked up. */
	record Read(String agency, String id, @Nullable DossierCode dossier, @Nullable String period, Instant at, ObjectNode body) {
	}

	static final class Wrong extends RuntimeException {

		private final transient FieldProblem problem;

		Wrong(FieldProblem problem) {
			super(problem.code(), null, false, false);
			this.problem = problem;
		}

		FieldProblem problem() {
			return problem;
		}

	}

	/** @throws Wrong with the member and the rule */
	static Read read(Kind kind, byte[] sent) {
		try {
			if (JSON.readTree(sent) instanceof ObjectNode line) {
				if (line.toString().contains("\\u0000")) {
					throw new Wrong(FieldProblem.of("", "dossier.sync.characters"));
				}
				return new RecordReader(line).line(kind);
			}
		}
		catch (JacksonException noJson) {
			// refused below
		}
		throw new Wrong(FieldProblem.of("", "dossier.sync.json"));
	}

	private Read line(Kind kind) {
		String agency = text("agency", 60, true);
		String id = text("id", 100, true);
		Instant at = moment("at");
		boolean ofDossier = kind == Kind.RATINGS || kind == Kind.POST || kind == Kind.PAYMENTS;
		DossierCode code = ofDossier || line.hasNonNull("code") ? DossierCode.find(text("code", 64, true)).orElseThrow(() -> wrong("code", "dossier.sync.code")) : null;
		String period = null;
		switch (kind) {
			case STATISTICS -> period = statistics();
			case RATINGS -> {
				number("overall", 1, 3, true);
				for (String part : Set.of("ease", "timeliness", "attitude")) {
					number(part, 1, 3, false);
				}
				text("comment", 1_000, false);
			}
			case POST -> {
				word("direction", Set.of("RECEIPT", "DELIVERY"));
				word("state", Set.of("ORDERED", "COLLECTED", "UNDERWAY", "DELIVERED", "RETURNED"));
				text("tracking", 50, false);
				text("carrier", 100, false);
			}
			case PAYMENTS -> {
				number("amountVnd", 0, MOST_VND, true);
				word("state", Set.of("PAID", "REFUNDED"));
				word("method", Set.of("PORTAL", "LOCAL", "BANK", "CASH", "OTHER"));
				text("transaction", 100, false);
				text("name", 300, false);
			}
			case QUESTIONS -> {
				text("question", LONGEST_WORDS, true);
				text("answer", LONGEST_WORDS, false);
				text("answeredBy", 200, false);
				text("field", 40, false);
			}
		}
		return new Read(agency, id, code, period, at, line);
	}

	private String statistics() {
		String period = text("period", 10, true);
		if (!StatisticPeriod.isWellFormed(period)) {
			throw wrong("period", "exchange.record.period");
		}
		number("received", 0, MOST, true);
		long finished = number("finished", 0, MOST, true);
		if (number("onTime", 0, MOST, true) > finished) {
			throw wrong("onTime", "exchange.record.on-time");
		}
		return period;
	}

	private String text(String name, int longest, boolean required) {
		JsonNode value = line.get(name);
		if (value == null || value.isNull() || value.isString() && value.asString().isBlank()) {
			if (required) {
				throw wrong(name, "form.required");
			}
			return "";
		}
		if (!value.isString()) {
			throw wrong(name, "form.text");
		}
		if (value.asString().length() > longest) {
			throw new Wrong(FieldProblem.of("/" + name, "form.too-long", "max", longest));
		}
		return value.asString().strip();
	}

	private void word(String name, Set<String> words) {
		if (!words.contains(text(name, 40, true))) {
			throw new Wrong(FieldProblem.of("/" + name, "exchange.record.word", "words", String.join(", ", words.stream().sorted().toList())));
		}
	}

	private long number(String name, long least, long most, boolean required) {
		JsonNode value = line.get(name);
		if (value == null || value.isNull()) {
			if (required) {
				throw wrong(name, "form.required");
			}
			return least;
		}
		if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < least || value.asLong() > most) {
			throw new Wrong(new FieldProblem("/" + name, "dossier.sync.number-between", Map.of("min", least, "max", most)));
		}
		return value.asLong();
	}

	private Instant moment(String name) {
		try {
			OffsetDateTime moment = OffsetDateTime.parse(text(name, 40, true));
			if (moment.getYear() >= 1990 && moment.getYear() <= 2200) {
				return moment.toInstant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
			}
		}
		catch (DateTimeException notOne) {
			// refused below
		}
		throw wrong(name, "dossier.sync.moment");
	}

	private static Wrong wrong(String name, String rule) {
		return new Wrong(FieldProblem.of("/" + name, rule));
	}

}
