package vn.motcua.onestop.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.onestop.DeskAct;
import vn.motcua.site.Page;

/**
 * The form of an act as it stands on the dossier's page.
 *
 * @param act which form is open, {@code null} for none
 * @param item step it is about, {@code null} where there is only one
 * @param values what was typed, by name of the field
 */
public record ActForm(DeskAct.@Nullable Kind act, @Nullable String item, Map<String, String> values, List<FieldProblem> problems) {

	static final ActForm NONE = new ActForm(null, null, Map.of(), List.of());

	static ActForm open(DeskAct.@Nullable Kind act, @Nullable String item) {
		return act == null ? NONE : new ActForm(act, item, Map.of(), List.of());
	}

	public String value(String field) {
		return values.getOrDefault(field, "");
	}

	/** Words of what is wrong with a field, {@code null} for nothing. */
	public @Nullable String error(Page page, String field) {
		return problems.stream().filter(problem -> problem.pointer().equals("/" + field)).findFirst().map(problem -> words(page, problem)).orElse(null);
	}

	public static String words(Page page, FieldProblem problem) {
		return page.t("problem." + problem.code(), problem.values());
	}

}
