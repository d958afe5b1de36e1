package vn.motcua.onestop.web;

import java.io.IOException;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.dossier.DossierView;
import vn.motcua.file.FileProblem;
import vn.motcua.file.Files;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.DossierPapers.Verdict;
import vn.motcua.onestop.OfficerDesk;

/** The page of one dossier and its files. */
@Controller
@RequiresPermission(Permission.DOSSIER_VIEW)
class DossierController {

	private final OfficerDesk desk;

	private final DossierPages pages;

	private final Files files;

	private final ShownFiles shown;

	private final AuditTrail audit;

	DossierController(OfficerDesk desk, DossierPages pages, Files files, ShownFiles shown, AuditTrail audit) {
		this.desk = desk;
		this.pages = pages;
		this.files = files;
		this.shown = shown;
		this.audit = audit;
	}

	@GetMapping("/mot-cua/ho-so/{code}")
	String dossier(@PathVariable String code, @CurrentActor Actor officer, @RequestParam(name = "muc-dich", defaultValue = "") String purpose,
			@RequestParam(name = "viec", defaultValue = "") String act, @RequestParam(name = "buoc", required = false) @Nullable String item,
			@RequestParam(name = "tep", defaultValue = "") String file, Model model) {
		DossierCode dossier = ActController.code(code);
		String why = purpose(dossier, officer, purpose);
		if (why == null) {
			model.addAttribute("code", dossier.value());
			model.addAttribute("purposes", DossierPages.PURPOSES);
			model.addAttribute("asked", !purpose.isEmpty());
			return "onestop/purpose";
		}
		return pages.draw(dossier, officer, why, ActForm.open(DeskAct.Kind.ofSlug(act).orElse(null), item), uuid(file), model);
	}

	/** A file of the dossier; opening it is recorded. Only what a browser shows safely is shown, everything else is downloaded. */
	@GetMapping("/mot-cua/ho-so/{code}/tep/{id}")
	void file(@PathVariable String code, @PathVariable UUID id, @CurrentActor Actor officer, @RequestParam(name = "muc-dich", defaultValue = "") String purpose,
			HttpServletResponse response) throws IOException {
		DossierCode dossier = ActController.code(code);
		String why = purpose(dossier, officer, purpose);
		DossierView view = desk.find(dossier, officer);
		boolean known = view.files().stream().anyMatch(file -> file.fileId().equals(id)) || view.result() != null && view.result().file().equals(id) || pages.hasSent(view, id);
		if (why == null || !known) {
			throw new ProblemException(FileProblem.NOT_FOUND);
		}
		audit.record(new AccessRecord(officer, AuditAction.DOSSIER_FILE_OPENED, dossier.value(), view.applicantSubject(), "onestop.purpose." + why));
		shown.send(files.get(id), response);
	}

	@PostMapping("/mot-cua/ho-so/{code}/thanh-phan/{component}")
	String check(@PathVariable String code, @PathVariable String component, @CurrentActor Actor officer, @RequestParam(name = "ket-qua", defaultValue = "") String verdict,
			@RequestParam(name = "ghi-chu", defaultValue = "") String note) {
		DossierCode dossier = ActController.code(code);
		Verdict found = switch (verdict) {
			case "dat" -> Verdict.OK;
			case "thieu" -> Verdict.MISSING;
			case "sai" -> Verdict.WRONG;
			default -> null;
		};
		if (!pages.hasPaper(desk.find(dossier, officer), component)) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		if (found != null) {
			desk.check(dossier, component, found, note, officer);
		}
		return "redirect:/mot-cua/ho-so/" + dossier.value() + "#giay-to";
	}

	/** Everyday work needs no words; a dossier outside one's queue asks why. */
	private @Nullable String purpose(DossierCode code, Actor officer, String given) {
		boolean concerned = desk.concerned(code, officer);
		if (DossierPages.PURPOSES.contains(given)) {
			return given;
		}
		return concerned ? DossierPages.HANDLING : null;
	}

	private static @Nullable UUID uuid(String typed) {
		try {
			return typed.length() == 36 ? UUID.fromString(typed) : null;
		}
		catch (IllegalArgumentException notAnId) {
			return null;
		}
	}

}
