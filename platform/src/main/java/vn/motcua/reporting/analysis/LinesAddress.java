package vn.motcua.reporting.analysis;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Address of what is behind the figures of a measure, or behind what was worked out of them: what stands before and after the unit's. The code of the period stands for {@code {period}}. */
record LinesAddress(String before, String after) {

	static LinesAddress of(Measure measure, Question question, Figure figure) {
		StringBuilder after = new StringBuilder();
		if (figure != Figure.VALUE) {
			asked(after, "figure", figure.word());
		}
		if (!measure.breakdown().whole()) {
			asked(after, "breakdown", URLEncoder.encode(measure.breakdown().value(), StandardCharsets.UTF_8));
		}
		if (question.asOf() != null) {
			asked(after, "asOf", question.asOf().toString());
		}
		if (question.regime() != null) {
			asked(after, "regime", question.regime().toString());
		}
		return new LinesAddress("/bao-cao/so-lieu/" + measure.indicator().code() + "/{period}/", after.toString());
	}

	String of(Unit unit) {
		return before + unit.address() + after;
	}

	private static void asked(StringBuilder query, String name, String value) {
		query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
	}

}
