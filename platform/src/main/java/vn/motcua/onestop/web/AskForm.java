package vn.motcua.onestop.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.site.Page;

/** What was typed into a question to another agency. */
public record AskForm(String words, String days, List<String> papers, List<FieldProblem> problems) {

	private static final String USUAL_DAYS = "5";

	/** Papers are ticked one by one: another agency sees what it needs. */
	static AskForm fresh() {
		return new AskForm("", USUAL_DAYS, List.of(), List.of());
	}

	/** Ids of papers; what is none becomes one that no dossier has, and is refused as such. */
	static List<UUID> ids(@Nullable List<String> typed) {
		return typed == null ? List.of() : typed.stream().limit(200).map(AskForm::id).distinct().toList();
	}

	public @Nullable String error(Page page, String field) {
		return problems.stream().filter(problem -> problem.pointer().equals("/" + field)).findFirst().map(problem -> ActForm.words(page, problem)).orElse(null);
	}

	private static UUID id(String typed) {
		try {
			return UUID.fromString(typed);
		}
		catch (IllegalArgumentException notAnId) {
			return new UUID(0, 0);
		}
	}

}
