package vn.motcua.catalogue.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.feel.Feel;
import vn.motcua.catalogue.feel.FeelCheck;
import vn.motcua.catalogue.feel.FeelSyntaxException;
import vn.motcua.catalogue.feel.FeelType;
import vn.motcua.catalogue.feel.FeelType.Kind;
import vn.motcua.catalogue.feel.FormTypes;

/** Whether expressions can be read, name only what there is, and give what their place needs. */
public final class ExpressionCheck {

	private static final Set<String> CONDITIONS = Set.of("when", "required");

	private static final Set<String> NUMBERS = Set.of("base", "amount", "cap", "times", "units", "percent", "rate", "of", "count");

	private final Source source;

	private final FormTypes form;

	private final FeelCheck feel;

	private final Map<String, FeelType> known = new HashMap<>();

	private final List<Finding> findings;

	public ExpressionCheck(Source source, ServiceVersion service, List<Finding> findings) {
		this.source = source;
		this.form = new FormTypes(service.form());
		this.feel = new FeelCheck(new Feel(service.tables(), (province, district) -> false), service.tables());
		this.findings = findings;
		known.put("today", FeelType.DATE);
		known.put("channel", FeelType.oneOf(service.channels().stream().map(channel -> channel.name().toLowerCase(java.util.Locale.ROOT)).collect(java.util.stream.Collectors.toSet())));
		known.put("case", FeelType.oneOf(service.cases().stream().map(ServiceVersion.ServiceCase::id).collect(java.util.stream.Collectors.toSet())));
	}

	/**
	 * The last name of the pointer says what must come out: a condition, a number, or anything.
	 * @param seen names the expression sees beside the answers
	 */
	public void check(JsonNode written, String pointer, Set<String> seen) {
		check(written, pointer, seen, null);
	}

	/** @param group path of the group whose repetition is {@code item}, {@code null} for the one around the pointer */
	void check(JsonNode written, String pointer, Set<String> seen, @Nullable String group) {
		if (written.isMissingNode() || pointer.endsWith("/required") && written.asString("").strip().equals("false")) {
			return;
		}
		Map<String, FeelType> names = new HashMap<>(form.top());
		Map<String, FeelType> around = form.around(pointer);
		seen.forEach(name -> names.put(name, known.getOrDefault(name, around.getOrDefault(name, FeelType.ANY))));
		if (group != null && form.at(group) instanceof FeelType list && list.item() instanceof FeelType item) {
			names.put("item", item);
		}
		try {
			feel.issues(written.asString(""), names, needed(pointer)).forEach(issue -> findings.add(source.finding(pointer, issue.rule(), issue.message())));
		}
		catch (FeelSyntaxException unreadable) {
			findings.add(source.finding(pointer, "feel-syntax", "This is not FEEL: " + unreadable.getMessage()));
		}
	}

	private static Kind needed(String pointer) {
		String name = pointer.substring(pointer.lastIndexOf('/') + 1);
		boolean cell = pointer.contains("/where/");
		return cell ? Kind.ANY : CONDITIONS.contains(name) ? Kind.BOOLEAN : NUMBERS.contains(name) ? Kind.NUMBER : Kind.ANY;
	}

}
