package vn.motcua.reporting.regime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Template;
import vn.motcua.site.Flashes;
import vn.motcua.site.Page;

/** A regime's own words and rules: a new one, a new version, its contents, and bringing it into force. */
@Controller
@RequestMapping("/bao-cao/che-do")
@RequiresPermission(Permission.REPORT_DESIGN)
class DesignController {

	private final RegimeDesk desk;

	private final Agencies agencies;

	private final Clock clock;

	DesignController(RegimeDesk desk, Agencies agencies, Clock clock) {
		this.desk = desk;
		this.agencies = agencies;
		this.clock = clock;
	}

	@GetMapping("/moi")
	String fresh(Model model) {
		return form(RegimeForms.empty(), null, model);
	}

	@PostMapping("/moi")
	String create(@RequestParam MultiValueMap<String, String> values, @CurrentActor Actor actor, Model model, HttpServletResponse response) {
		RegimeForm form = new RegimeForm(values);
		RegimeCode code = code(form);
		PeriodType type = form.type();
		RegimeContent content = form.content(type, provinces());
		if (code != null && content != null && form.sound()) {
			try {
				desk.create(code, type, content, actor);
				return "redirect:/bao-cao/che-do/" + code + "/phien-ban/1";
			}
			catch (ProblemException refused) {
				refused.fields().stream().filter(field -> field.pointer().equals("/ma")).findFirst().orElseThrow(() -> refused);
				form.wrong("ma", "code-taken");
			}
		}
		response.setStatus(422);
		return form(form, null, model);
	}

	@PostMapping("/{ma}/phien-ban")
	String newVersion(@PathVariable("ma") String code, @CurrentActor Actor actor) {
		return "redirect:/bao-cao/che-do/" + code + "/phien-ban/" + desk.draftAfter(code, actor);
	}

	@GetMapping("/{ma}/phien-ban/{so}")
	String draft(@PathVariable("ma") String code, @PathVariable("so") int number, @CurrentActor Actor actor, Model model) {
		return page(desk.draft(code, number, actor), List.of(), "", model);
	}

	@GetMapping("/{ma}/phien-ban/{so}/noi-dung")
	String content(@PathVariable("ma") String code, @PathVariable("so") int number, @CurrentActor Actor actor, Model model) {
		RegimeDesk.Drafted drafted = desk.draft(code, number, actor);
		LocalDate today = today();
		return form(RegimeForms.of(drafted.version().content(), id -> agencies.get(new AgencyId(id), today).code()), drafted, model);
	}

	@PostMapping("/{ma}/phien-ban/{so}/noi-dung")
	String save(@PathVariable("ma") String code, @PathVariable("so") int number, @RequestParam MultiValueMap<String, String> values, @CurrentActor Actor actor, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		RegimeDesk.Drafted drafted = desk.draft(code, number, actor);
		RegimeForm form = new RegimeForm(values);
		RegimeContent content = form.content(drafted.version().content().rule().type(), provinces());
		if (content == null) {
			response.setStatus(422);
			return form(form, drafted, model);
		}
		desk.change(drafted.version(), content, drafted.version().template(), actor);
		Flashes.success(redirect, "reporting.design.saved");
		return "redirect:/bao-cao/che-do/" + code + "/phien-ban/" + number;
	}

	@PostMapping("/{ma}/phien-ban/{so}/ban-hanh")
	String publish(@PathVariable("ma") String code, @PathVariable("so") int number, @RequestParam(name = "hieu-luc", defaultValue = "") String from, @CurrentActor Actor actor,
			Model model, HttpServletResponse response, RedirectAttributes redirect) {
		RegimeDesk.Drafted drafted = desk.draft(code, number, actor);
		try {
			desk.publish(drafted.version(), day(from), actor);
			Flashes.success(redirect, "reporting.design.published");
			return "redirect:/bao-cao/che-do/" + code;
		}
		catch (ProblemException refused) {
			response.setStatus(refused.code().kind().status());
			return page(drafted, refused.fields(), from, model);
		}
	}

	private static LocalDate day(String text) {
		try {
			return RegimeForm.day(text);
		}
		catch (java.time.DateTimeException | NumberFormatException unreadable) {
			throw new ProblemException(vn.motcua.kernel.problem.CommonProblem.FIELDS, List.of(FieldProblem.of("/hieu-luc", "reporting.design.date")));
		}
	}

	private String page(RegimeDesk.Drafted drafted, List<FieldProblem> problems, String from, Model model) {
		RegimeVersion draft = drafted.version();
		Template before = desk.before(draft).map(RegimeVersion::template).orElse(null);
		model.addAttribute("view", new DraftPage(drafted.code().value(), draft.number(), draft.content().name(), draft.template(), desk.problems(draft), problems,
				from.isEmpty() ? java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy").format(today()) : from, before == null ? null : TemplateChanges.between(before, draft.template())));
		return "reporting/draft";
	}

	private String form(RegimeForm form, RegimeDesk.@Nullable Drafted drafted, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("code", drafted == null ? "" : drafted.code().value());
		model.addAttribute("action", drafted == null ? "/bao-cao/che-do/moi" : "/bao-cao/che-do/" + drafted.code() + "/phien-ban/" + drafted.version().number() + "/noi-dung");
		return "reporting/regimeForm";
	}

	private static @Nullable RegimeCode code(RegimeForm form) {
		try {
			return new RegimeCode(form.value("ma").toUpperCase(java.util.Locale.ROOT));
		}
		catch (IllegalArgumentException malformed) {
			form.wrong("ma", "code");
			return null;
		}
	}

	private Function<String, @Nullable Integer> provinces() {
		LocalDate today = today();
		return code -> agencies.findByCode(Agency.Level.PROVINCE, code, today).map(province -> province.id().value()).orElse(null);
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
