package vn.motcua.catalogue.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.FoundServices;
import vn.motcua.catalogue.SearchWords.Added;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.site.Page;
import vn.motcua.site.component.FieldError;

/**
 * What people looked for, and the words editors gave it.
 *
 * @param phrase as it stands in the form
 * @param problems what is wrong with the form
 */
public record SearchWordsPage(int days, boolean inVain, List<Row> asked, List<Added> words, String phrase, String meaning, List<FieldProblem> problems) {

	/** @param now what the same query finds now, {@code null} for nothing */
	public record Row(String query, FoundServices.Outcome outcome, long times, LocalDate last, @Nullable ServiceVersion now) {

		public String explainHref() {
			return "/quan-tri/tim-kiem?tu=" + org.springframework.web.util.UriUtils.encode(query, java.nio.charset.StandardCharsets.UTF_8) + "#them";
		}

	}

	static final List<Integer> PERIODS = List.of(7, 30, 90);

	public List<Integer> periods() {
		return PERIODS;
	}

	public String href(int period, boolean vain) {
		return "/quan-tri/tim-kiem?ngay=" + period + (vain ? "" : "&loai=tat-ca");
	}

	/** Ready words for what is wrong with a field, {@code null} for nothing. */
	public @Nullable String error(Page page, String pointer) {
		return problems.stream().filter(problem -> problem.pointer().equals(pointer)).map(problem -> words(page, problem)).findFirst().orElse(null);
	}

	public List<FieldError> errors(Page page) {
		return problems.stream().map(problem -> new FieldError(problem.pointer().equals("/phrase") ? "tu" : "nghia", words(page, problem))).toList();
	}

	private static String words(Page page, FieldProblem problem) {
		return page.t("problem." + problem.code(), problem.values());
	}

}
