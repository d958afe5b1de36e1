package vn.motcua.catalogue.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.PublicationDecision;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.site.Page;
import vn.motcua.site.component.DateParts;

/** A publication decision as it was typed. */
public record DecisionForm(String number, DateParts decidedOn, DateParts effectiveOn) {

	static final DecisionForm EMPTY = new DecisionForm("", DateParts.NONE, DateParts.NONE);

	/** Where a refusal of a field shows on the page. */
	private static final Map<String, String> FIELDS = Map.of("/decisionNumber", "so-quyet-dinh", "/decidedOn", "ngay-ky", "/effectiveOn", "ngay-hieu-luc", "/bundle", "goi",
			"/reason", "ly-do");

	static DecisionForm of(Map<String, String> posted) {
		return new DecisionForm(text(posted, "so-quyet-dinh"), date(posted, "ngay-ky"), date(posted, "ngay-hieu-luc"));
	}

	PublicationDecision decision(LocalDate today) {
		return PublicationDecision.of(number, day(decidedOn), day(effectiveOn), today);
	}

	static String field(FieldProblem problem) {
		return FIELDS.getOrDefault(problem.pointer(), "goi");
	}

	/** Words of the problem with a field, {@code null} for none. */
	public static @Nullable String error(Page page, List<FieldProblem> problems, String field) {
		return problems.stream().filter(problem -> field(problem).equals(field)).map(page::problem).findFirst().orElse(null);
	}

	private static String text(Map<String, String> posted, String name) {
		String value = posted.getOrDefault(name, "");
		return value.length() > 200 ? value.substring(0, 200) : value;
	}

	static DateParts date(Map<String, String> posted, String name) {
		return new DateParts(part(posted, name + "-day"), part(posted, name + "-month"), part(posted, name + "-year"));
	}

	private static String part(Map<String, String> posted, String name) {
		String value = text(posted, name).strip();
		return value.length() > 4 ? value.substring(0, 4) : value;
	}

	static @Nullable LocalDate day(DateParts parts) {
		try {
			return LocalDate.parse(parts.iso());
		}
		catch (DateTimeException wrong) {
			return null;
		}
	}

}
