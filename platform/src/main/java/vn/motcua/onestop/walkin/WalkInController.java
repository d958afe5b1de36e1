package vn.motcua.onestop.walkin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.FormPart;
import vn.motcua.form.Forms;
import vn.motcua.form.Sheet;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.PersonalNumber;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.onestop.walkin.WalkInDraft.Person;

/** Entering a dossier at the desk: the service, the applicant, the pages of the form; the papers follow in {@link WalkInPapersController}. */
@Controller
@RequiresPermission(Permission.DOSSIER_RECEIVE)
class WalkInController {

	private final WalkIns walkIns;

	private final WalkInStore store;

	private final Catalogue catalogue;

	private final Forms forms;

	WalkInController(WalkIns walkIns, WalkInStore store, Catalogue catalogue, Forms forms) {
		this.walkIns = walkIns;
		this.store = store;
		this.catalogue = catalogue;
		this.forms = forms;
	}

	@GetMapping("/mot-cua/nhap-ho-so")
	String choose(@RequestParam(name = "tim", defaultValue = "") String typed, @CurrentActor Actor officer, Model model) {
		String asked = typed.length() > 100 ? typed.substring(0, 100) : typed;
		model.addAttribute("typed", asked);
		model.addAttribute("services", walkIns.services(asked));
		model.addAttribute("unfinished", store.unfinished(officer).stream().map(draft -> new UnfinishedWalkIn(draft, walkIns.service(draft).name())).toList());
		return "onestop/walkin/choose";
	}

	@PostMapping("/mot-cua/nhap-ho-so")
	String open(@RequestParam(name = "thu-tuc", defaultValue = "") String code, @CurrentActor Actor officer) {
		if (officer.agency() == null || !ProcedureCode.isWellFormed(code)) {
			throw new ProblemException(DossierProblem.SERVICE_NOT_OPEN);
		}
		ServiceVersion service = catalogue.find(new ProcedureCode(code), walkIns.today()).orElseThrow(() -> new ProblemException(DossierProblem.SERVICE_NOT_OPEN));
		return "redirect:/mot-cua/nhap-ho-so/" + store.open(officer, officer.agency(), service.id()) + "/nguoi-nop";
	}

	@GetMapping("/mot-cua/nhap-ho-so/{id}/nguoi-nop")
	String applicant(@PathVariable UUID id, @CurrentActor Actor officer, Model model) {
		WalkInDraft draft = walkIns.get(id, officer);
		return draft.enteredAs() != null ? entered(draft) : drawApplicant(draft, draft.person(), draft.channel(), List.of(), model);
	}

	@PostMapping("/mot-cua/nhap-ho-so/{id}/nguoi-nop")
	String applicant(@PathVariable UUID id, @RequestParam Map<String, String> values, @CurrentActor Actor officer, HttpServletResponse response, Model model) {
		WalkInDraft draft = walkIns.get(id, officer);
		if (draft.enteredAs() != null) {
			return entered(draft);
		}
		Person person = new Person(text(values, "ten"), text(values, "so"), text(values, "dien-thoai"), text(values, "email"));
		Channel channel = "post".equals(values.get("kenh")) ? Channel.POST : Channel.DESK;
		List<FieldProblem> problems = check(person);
		if (!problems.isEmpty()) {
			response.setStatus(CommonProblem.FIELDS.kind().status());
			return drawApplicant(draft, person, channel, problems, model);
		}
		return "redirect:" + next(walkIns.applicant(draft, person, channel, officer), null);
	}

	@GetMapping("/mot-cua/nhap-ho-so/{id}/trang/{pageId}")
	String page(@PathVariable UUID id, @PathVariable String pageId, @CurrentActor Actor officer, Model model) {
		WalkInDraft draft = walkIns.get(id, officer);
		return draft.enteredAs() != null ? entered(draft) : drawPage(draft, pageId, List.of(), Map.of(), model);
	}

	@PostMapping("/mot-cua/nhap-ho-so/{id}/trang/{pageId}")
	String answer(@PathVariable UUID id, @PathVariable String pageId, @CurrentActor Actor officer, HttpServletRequest request, HttpServletResponse response, Model model) {
		WalkInDraft before = walkIns.get(id, officer);
		if (before.enteredAs() != null) {
			return entered(before);
		}
		requirePage(before, pageId);
		WalkInDraft draft = walkIns.answer(before, pageId, request.getParameterMap(), officer);
		if (forms.again(walkIns.form(draft), pageId, request.getParameterMap(), draft.answers(), walkIns.today())) {
			return drawPage(draft, pageId, List.of(), request.getParameterMap(), model);
		}
		List<FieldProblem> problems = forms.checkPage(walkIns.form(draft), pageId, draft.answers(), walkIns.today());
		if (!problems.isEmpty()) {
			response.setStatus(CommonProblem.FIELDS.kind().status());
			return drawPage(draft, pageId, problems, request.getParameterMap(), model);
		}
		return "redirect:" + next(draft, pageId);
	}

	private String drawApplicant(WalkInDraft draft, Person person, Channel channel, List<FieldProblem> problems, Model model) {
		model.addAttribute("draft", draft);
		model.addAttribute("service", walkIns.service(draft));
		model.addAttribute("person", person);
		model.addAttribute("post", channel == Channel.POST);
		model.addAttribute("problems", problems);
		return "onestop/walkin/applicant";
	}

	private String drawPage(WalkInDraft draft, String pageId, List<FieldProblem> problems, Map<String, String[]> posted, Model model) {
		requirePage(draft, pageId);
		model.addAttribute("draft", draft);
		model.addAttribute("service", walkIns.service(draft));
		model.addAttribute("pages", forms.pages(walkIns.form(draft), draft.answers(), walkIns.today()));
		model.addAttribute("failed", !problems.isEmpty());
		model.addAttribute("view", forms.view(walkIns.form(draft), pageId, Sheet.of(draft.answers(), walkIns.today()).with(problems).with(walkIns.files(draft), posted)));
		return "onestop/walkin/page";
	}

	/** The page after this one that applies to the answers, at last the papers. */
	private String next(WalkInDraft draft, @org.jspecify.annotations.Nullable String pageId) {
		List<String> pages = forms.pages(walkIns.form(draft), draft.answers(), walkIns.today()).stream().map(FormPage::id).toList();
		int at = pageId == null ? 0 : pages.indexOf(pageId) + 1;
		return at < pages.size() ? draft.href() + "/trang/" + pages.get(at) : draft.href() + "/giay-to";
	}

	private void requirePage(WalkInDraft draft, String pageId) {
		if (walkIns.form(draft).pages().stream().noneMatch(page -> page.id().equals(pageId) && !page.by().equals(FormPart.OFFICE))) {
			throw new ProblemException(DossierProblem.DRAFT_NOT_FOUND);
		}
	}

	static String entered(WalkInDraft draft) {
		return "redirect:/mot-cua/ho-so/" + draft.enteredAs().value();
	}

	private static List<FieldProblem> check(Person person) {
		List<FieldProblem> problems = new ArrayList<>();
		if (person.name().length() < 2 || person.name().length() > 100) {
			problems.add(FieldProblem.of("/ten", "onestop.walk-in.name"));
		}
		if (!person.subject().isEmpty() && !PersonalNumber.isWellFormed(person.subject()) && !person.subject().matches("\\d{10}(-\\d{3})?")) {
			problems.add(FieldProblem.of("/so", "onestop.walk-in.subject"));
		}
		if (!person.phone().isEmpty() && !person.phone().matches("0\\d{9,10}")) {
			problems.add(FieldProblem.of("/dien-thoai", "onestop.walk-in.phone"));
		}
		if (!person.email().isEmpty() && !person.email().matches("[^@\\s]{1,64}@[^@\\s]{1,190}")) {
			problems.add(FieldProblem.of("/email", "onestop.walk-in.email"));
		}
		return problems;
	}

	private static String text(Map<String, String> values, String field) {
		return java.text.Normalizer.normalize(values.getOrDefault(field, "").replace("\0", "").strip(), java.text.Normalizer.Form.NFC);
	}

}
