package vn.motcua.onestop.web;

import java.time.LocalDate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierView;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.FormPart;
import vn.motcua.form.FormParts;
import vn.motcua.form.Forms;
import vn.motcua.form.PageView;
import vn.motcua.form.Sheet;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.onestop.domain.OfficeAnswers;
import vn.motcua.site.Page;

/** Pages of a dossier's form that officers fill in: what they hold, what is wrong with them. */
@Component
class OfficePart {

	private static final String PURPOSE = "onestop.purpose.office";

	private final OfficeAnswers kept;

	private final Catalogue catalogue;

	private final Forms forms;

	private final FormParts parts;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	OfficePart(OfficeAnswers kept, Catalogue catalogue, Forms forms, FormParts parts, AuditTrail audit, TransactionTemplate transaction, Clock clock) {
		this.kept = kept;
		this.catalogue = catalogue;
		this.forms = forms;
		this.parts = parts;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** While it is being handled. */
	static boolean open(DossierView dossier) {
		DossierStatus status = dossier.summary().status();
		return dossier.elsewhere() == null && (status == DossierStatus.ACCEPTED || status == DossierStatus.PROCESSING || status.paused());
	}

	List<FormPage> pages(DossierView dossier) {
		FormDefinition form = form(dossier);
		return form.pages(FormPart.OF_OFFICE).isEmpty() ? List.of() : parts.pages(form, FormPart.OF_OFFICE, kept.together(dossier), today());
	}

	FormPage page(DossierView dossier, String id) {
		return pages(dossier).stream().filter(page -> page.id().equals(id)).findFirst().orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	/** What is kept now, for the page and for the one who finds it changed. */
	Optional<OfficeAnswers.Filled> kept(DossierView dossier) {
		return kept.find(dossier.summary().code());
	}

	/**
	 * Keeps what was filled in and records who changed the dossier, both or nothing; the same again changes nothing.
	 * @param version the one the page was drawn from, 0 while nobody filled in anything
	 * @return false when somebody else saved after that
	 */
	boolean save(DossierView dossier, FormPage page, Map<String, String[]> posted, int version, Actor officer) {
		DossierCode code = dossier.summary().code();
		return Boolean.TRUE.equals(transaction.execute(_ -> {
			OfficeAnswers.Filled before = kept.find(code).orElse(null);
			ObjectNode answers = parts.own(form(dossier), FormPart.OF_OFFICE, filled(dossier, page, posted));
			if (before != null && before.answers().equals(answers)) {
				return true;
			}
			if (version != (before == null ? 0 : before.version()) || !kept.save(code, answers, version, officer)) {
				return false;
			}
			audit.record(new AccessRecord(officer, AuditAction.DOSSIER_CHANGED, code.value(), dossier.applicantSubject(), PURPOSE));
			return true;
		}));
	}

	/** All answers with what was posted in place of what is kept. */
	private ObjectNode filled(DossierView dossier, FormPage page, Map<String, String[]> posted) {
		ObjectNode together = kept.together(dossier);
		return parts.merged(form(dossier), FormPart.OF_OFFICE, together, forms.read(form(dossier), page.id(), posted, together));
	}

	boolean again(DossierView dossier, FormPage page, Map<String, String[]> posted) {
		return forms.again(form(dossier), page.id(), posted, kept.together(dossier), today());
	}

	List<FieldProblem> problems(DossierView dossier, FormPage page) {
		return forms.checkPage(form(dossier), page.id(), kept.together(dossier), today());
	}

	PageView view(DossierView dossier, FormPage page, List<FieldProblem> problems, Map<String, String[]> posted) {
		return forms.view(form(dossier), page.id(), Sheet.of(kept.together(dossier), today()).with(problems).with(Map.of(), posted));
	}

	/** What was posted and is not kept. */
	PageView unsaved(DossierView dossier, FormPage page, Map<String, String[]> posted) {
		return forms.view(form(dossier), page.id(), Sheet.of(filled(dossier, page, posted), today()).with(Map.of(), posted));
	}

	/** All answers, the office's included. */
	ObjectNode answers(DossierView dossier) {
		return form(dossier).pages(FormPart.OF_OFFICE).isEmpty() ? dossier.answers() : kept.together(dossier);
	}

	private FormDefinition form(DossierView dossier) {
		return forms.of(catalogue.get(dossier.serviceVersion()));
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
