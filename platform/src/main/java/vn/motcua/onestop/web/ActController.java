package vn.motcua.onestop.web;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.dossier.DossierProblem;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.kernel.problem.ProblemKind;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.DeskAct.Kind;
import vn.motcua.onestop.OfficerDesk;
import vn.motcua.site.Flashes;

/**
 * Acts on a dossier, a route for each. What worked leads back to the dossier; what was refused shows the dossier again with
 * the form as it was typed.
 */
@Controller
@RequiresPermission(Permission.DOSSIER_VIEW)
class ActController {

	private static final Map<String, String> FIELDS = Map.of("/reason", "/ly-do", "/items", "/thieu", "/newDueAt", "/ngay");

	private final OfficerDesk desk;

	private final DossierPages pages;

	ActController(OfficerDesk desk, DossierPages pages) {
		this.desk = desk;
		this.pages = pages;
	}

	/** What a request brings to every act. */
	private record Request(DossierCode code, Actor officer, Map<String, String> values, Model model, RedirectAttributes redirect, HttpServletResponse response) {
	}

	@PostMapping("/mot-cua/ho-so/{code}/{act:tiep-nhan|tu-choi|yeu-cau-phi|tra-ket-qua}")
	@RequiresPermission(Permission.DOSSIER_RECEIVE)
	String receive(@PathVariable String code, @PathVariable String act, @CurrentActor Actor officer, @RequestParam Map<String, String> values, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		return perform(act, new Request(code(code), officer, values, model, redirect, response));
	}

	@PostMapping("/mot-cua/ho-so/{code}/{act:buoc|y-kien|trinh-ky}")
	@RequiresPermission(Permission.DOSSIER_PROCESS)
	String process(@PathVariable String code, @PathVariable String act, @CurrentActor Actor officer, @RequestParam Map<String, String> values, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		return perform(act, new Request(code(code), officer, values, model, redirect, response));
	}

	@PostMapping("/mot-cua/ho-so/{code}/{act:ky|tra-lai}")
	@RequiresPermission(Permission.DOSSIER_SIGN)
	String sign(@PathVariable String code, @PathVariable String act, @CurrentActor Actor officer, @RequestParam Map<String, String> values, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		return perform(act, new Request(code(code), officer, values, model, redirect, response));
	}

	@PostMapping("/mot-cua/ho-so/{code}/{act:thu-phi}")
	@RequiresPermission(Permission.FEE_COLLECT)
	String fee(@PathVariable String code, @PathVariable String act, @CurrentActor Actor officer, @RequestParam Map<String, String> values, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		return perform(act, new Request(code(code), officer, values, model, redirect, response));
	}

	@PostMapping("/mot-cua/ho-so/{code}/{act:dinh-chinh}")
	@RequiresPermission(Permission.LEDGER_CORRECT)
	String correct(@PathVariable String code, @PathVariable String act, @CurrentActor Actor officer, @RequestParam Map<String, String> values, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		return perform(act, new Request(code(code), officer, values, model, redirect, response));
	}

	/** Acts that more than one role may do; the desk itself checks which. */
	@PostMapping("/mot-cua/ho-so/{code}/{act:nhan-viec|bo-sung|dung|hen-lai}")
	String shared(@PathVariable String code, @PathVariable String act, @CurrentActor Actor officer, @RequestParam Map<String, String> values, Model model,
			RedirectAttributes redirect, HttpServletResponse response) {
		return perform(act, new Request(code(code), officer, values, model, redirect, response));
	}

	private String perform(String slug, Request request) {
		Kind kind = Kind.ofSlug(slug).orElseThrow();
		ActReader reader = new ActReader(request.values());
		DeskAct act = reader.read(kind);
		if (act == null) {
			return again(kind, request, reader.problems(), ProblemKind.FIELDS);
		}
		try {
			desk.act(request.code(), act, request.officer());
		}
		catch (ProblemException refused) {
			if (refused.code().kind() == ProblemKind.NOT_FOUND || refused.code().kind() == ProblemKind.FORBIDDEN) {
				throw refused;
			}
			return again(kind, request, problems(refused), refused.code().kind());
		}
		Flashes.success(request.redirect(), "onestop.done." + kind.slug());
		return "redirect:/mot-cua/ho-so/" + request.code().value();
	}

	private String again(Kind kind, Request request, List<FieldProblem> problems, ProblemKind status) {
		request.response().setStatus(status.status());
		ActForm form = new ActForm(kind, request.values().get("buoc"), request.values(), problems);
		return pages.draw(request.code(), request.officer(), DossierPages.HANDLING, form, null, request.model());
	}

	private static List<FieldProblem> problems(ProblemException refused) {
		return refused.fields().isEmpty() ? List.of(new FieldProblem("", refused.code().code(), refused.values()))
				: refused.fields().stream().map(field -> new FieldProblem(FIELDS.getOrDefault(field.pointer(), ""), field.code(), field.values())).toList();
	}

	static DossierCode code(String typed) {
		return DossierCode.find(typed).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
	}

}
