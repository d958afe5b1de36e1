package vn.motcua.portal.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceFinder;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DraftView;
import vn.motcua.dossier.Drafts;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.portal.apply.StartPage.Reader;
import vn.motcua.site.Page;

/** Start of an application (<i>bắt đầu nộp hồ sơ</i>): what one needs; signing in comes here and back. */
@Controller
class StartController {

	private final Catalogue catalogue;

	private final ServiceFinder finder;

	private final Drafts drafts;

	private final Prefilling known;

	private final Clock clock;

	StartController(Catalogue catalogue, ServiceFinder finder, Drafts drafts, Prefilling known, Clock clock) {
		this.catalogue = catalogue;
		this.finder = finder;
		this.drafts = drafts;
		this.known = known;
		this.clock = clock;
	}

	@GetMapping("/dich-vu/{code}/bat-dau")
	@PublicAccess
	String start(@PathVariable String code, @CurrentActor @Nullable Actor actor, Model model) {
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		ServiceVersion service = service(code, today);
		Reader reader = actor == null ? Reader.STRANGER : actor.may(Permission.APPLY) ? Reader.APPLICANT : Reader.OFFICER;
		List<DraftView> begun = reader == Reader.APPLICANT && actor != null
				? drafts.of(actor).stream().filter(draft -> draft.service().equals(service.code())).limit(5).toList() : List.of();
		model.addAttribute("start", new StartPage(service, catalogue.assess(service, JsonMapper.shared().createObjectNode(), Channel.ONLINE, today), reader, begun));
		return "portal/start";
	}

	@PostMapping("/dich-vu/{code}/bat-dau")
	@RequiresPermission(Permission.APPLY)
	String open(@PathVariable String code, @CurrentActor Actor actor) {
		ServiceVersion service = service(code, LocalDate.now(clock.withZone(Page.ZONE)));
		DraftView draft = known.fill(drafts.open(actor, service.code()), actor);
		finder.begun(service.code());
		return "redirect:/ho-so/nhap/" + draft.id();
	}

	private ServiceVersion service(String code, LocalDate today) {
		if (!ProcedureCode.isWellFormed(code)) {
			throw new ProblemException(DossierProblem.SERVICE_NOT_OPEN);
		}
		return catalogue.find(new ProcedureCode(code), today).orElseThrow(() -> new ProblemException(DossierProblem.SERVICE_NOT_OPEN));
	}

}
