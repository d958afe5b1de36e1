package vn.motcua.portal.apply;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.CoSigner;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.site.Page;
import vn.motcua.site.component.FieldError;
import vn.motcua.site.component.Status;

/**
 * Who has to sign a draft besides the applicant.
 *
 * @param link address to hand over, shown once after an invitation; {@code null} for none
 * @param typed what was typed into the form of one place, by the name of its input
 * @param failed place whose form had problems, {@code null} for none
 */
public record SignersPage(Application application, @Nullable String link, Map<String, String> typed, @Nullable String failed, List<FieldProblem> problems,
		Instant now) {

	public static LocalizedText name(CoSigner signer) {
		LocalizedText title = signer.title();
		return signer.several() ? new LocalizedText(title.vi() + " " + (signer.part().place() + 1), title.en() + " " + (signer.part().place() + 1)) : title;
	}

	/** Beginning of the names of inputs of one place. */
	public static String place(CoSigner signer) {
		return signer.part().by() + "-" + signer.part().place();
	}

	public boolean failed(CoSigner signer) {
		return place(signer).equals(failed);
	}

	public String typed(CoSigner signer, String name) {
		return failed(signer) ? typed.getOrDefault(name, "") : "";
	}

	public @Nullable String error(Page page, CoSigner signer, String name) {
		return !failed(signer) ? null : problems.stream().filter(problem -> problem.pointer().equals("/" + name)).map(page::problem).findFirst().orElse(null);
	}

	public List<FieldError> errors(Page page) {
		return problems.stream().map(problem -> new FieldError(failed + problem.pointer().replace('/', '-'), page.problem(problem))).toList();
	}

	public CoSigner.State state(CoSigner signer) {
		return signer.state(now);
	}

	public static Status colour(CoSigner.State state) {
		return switch (state) {
			case SIGNED -> Status.ON_TIME;
			case INVITED, ACCEPTED -> Status.NEW;
			case NOT_INVITED -> Status.PAUSED;
			case EXPIRED, VOIDED -> Status.OVERDUE;
		};
	}

}
