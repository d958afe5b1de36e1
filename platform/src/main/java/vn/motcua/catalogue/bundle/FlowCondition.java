package vn.motcua.catalogue.bundle;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Whether a flow of a process is taken in a case, as far as its condition tells; a dossier that is sent back goes no further. */
enum FlowCondition {

	ALWAYS, NEVER, PERHAPS;

	private static final Pattern COMPARISON = Pattern.compile("(caseId|decision)\\s*(==|!=)\\s*['\"]([^'\"]*)['\"]");

	/** @param condition {@code ${caseId == 'late' || caseId == 'lost'}}; {@code null} for none */
	static FlowCondition of(@Nullable String condition, String caseId) {
		if (condition == null || condition.isBlank()) {
			return ALWAYS;
		}
		String inner = condition.strip().replaceFirst("^[$#]\\{(.*)}$", "$1");
		return joined(inner.split("\\|\\|"), ALWAYS, NEVER, all -> joined(all.split("&&"), NEVER, ALWAYS, one -> comparison(one.strip(), caseId)));
	}

	/** @param deciding one part that is so decides; @param otherwise what it is when every part is so */
	private static FlowCondition joined(String[] parts, FlowCondition deciding, FlowCondition otherwise, Function<String, FlowCondition> part) {
		List<FlowCondition> values = Stream.of(parts).map(part).toList();
		if (values.contains(deciding)) {
			return deciding;
		}
		return values.stream().allMatch(otherwise::equals) ? otherwise : PERHAPS;
	}

	private static FlowCondition comparison(String written, String caseId) {
		Matcher comparison = COMPARISON.matcher(written);
		if (!comparison.matches()) {
			return PERHAPS;
		}
		boolean equal = comparison.group(2).equals("==");
		String value = comparison.group(3);
		if (comparison.group(1).equals("caseId")) {
			return value.equals(caseId) == equal ? ALWAYS : NEVER;
		}
		return value.equals("return") ? equal ? NEVER : ALWAYS : PERHAPS;
	}

}
