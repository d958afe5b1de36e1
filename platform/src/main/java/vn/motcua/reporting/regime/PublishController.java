package vn.motcua.reporting.regime;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.site.Flashes;
import vn.motcua.site.Page;

/** A draft with all of its parts, and bringing it into force. */
@Controller
@RequestMapping("/bao-cao/che-do/{ma}/phien-ban/{so}")
@RequiresPermission(Permission.REPORT_DESIGN)
class PublishController {

	private final Drafts drafts;

	private final RegimeDesk desk;

	private final OwnIndicators own;

	private final Clock clock;

	PublishController(Drafts drafts, RegimeDesk desk, OwnIndicators own, Clock clock) {
		this.drafts = drafts;
		this.desk = desk;
		this.own = own;
		this.clock = clock;
	}

	@GetMapping
	String draft(@PathVariable("ma") String code, @PathVariable("so") int number, @CurrentActor Actor actor, Model model) {
		Drafts.Drafted drafted = drafts.get(code, number, actor);
		return page(drafted, actor, List.of(), List.of(), usual(drafted), "", model);
	}

	@PostMapping("/ban-hanh")
	String publish(@PathVariable("ma") String code, @PathVariable("so") int number, @RequestParam(name = "ban", defaultValue = "0") int seen,
			@RequestParam(name = "hieu-luc", defaultValue = "") String from, @RequestParam(name = "het-hieu-luc", defaultValue = "") String until, @CurrentActor Actor actor, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		Drafts.Drafted drafted = drafts.get(code, number, actor);
		List<DraftChange> meanwhile = drafts.changes(drafted, seen);
		if (!meanwhile.isEmpty()) {
			response.setStatus(409);
			return page(drafted, actor, meanwhile, List.of(), from, until, model);
		}
		try {
			desk.publish(drafted.version(), day(from, "/hieu-luc"), until.isBlank() ? null : day(until, "/het-hieu-luc"), actor);
			Flashes.success(redirect, "reporting.design.published");
			return "redirect:/bao-cao/che-do/" + code;
		}
		catch (ProblemException refused) {
			response.setStatus(refused.code().kind().status());
			return page(drafts.get(code, number, actor), actor, drafts.changes(drafted, drafted.version().edition()), refused.fields(), from, until, model);
		}
	}

	static LocalDate day(String text, String pointer) {
		try {
			return RegimeForm.day(text);
		}
		catch (DateTimeException | NumberFormatException unreadable) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, "reporting.design.date")));
		}
	}

	private String page(Drafts.Drafted drafted, Actor actor, List<DraftChange> meanwhile, List<FieldProblem> problems, String from, String until, Model model) {
		RegimeVersion draft = drafted.version();
		@Nullable VersionChanges changes = drafts.before(draft).map(before -> VersionChanges.between(before, draft)).orElse(null);
		model.addAttribute("view", new DraftPage(drafted.code().value(), draft.number(), draft.edition(), draft.content().name(), draft.template(), desk.problems(draft), problems, from, until,
				changes, meanwhile, drafts.changes(drafted, 0), own.of(draft.template(), actor), first(draft, from)));
		return "reporting/draft";
	}

	private List<Opening> first(RegimeVersion draft, String from) {
		try {
			return desk.first(draft, RegimeForm.day(from));
		}
		catch (DateTimeException | NumberFormatException unreadable) {
			return List.of();
		}
	}

	/** A first version from the first named day of the period that runs, so that this one is reported; a later one from the next. */
	private String usual(Drafts.Drafted drafted) {
		LocalDate runs = NamedPeriods.containing(drafted.type(), LocalDate.now(clock.withZone(Page.ZONE)));
		return DateTimeFormatter.ofPattern("dd/MM/yyyy").format(drafts.before(drafted.version()).isEmpty() ? runs : NamedPeriods.next(drafted.type(), runs));
	}

}
