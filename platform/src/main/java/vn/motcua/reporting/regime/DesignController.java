package vn.motcua.reporting.regime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Territory;
import vn.motcua.site.Flashes;
import vn.motcua.site.Page;

/** A regime's own words and rules: a new one, a new version, and its contents. */
@Controller
@RequestMapping("/bao-cao/che-do")
@RequiresPermission(Permission.REPORT_DESIGN)
class DesignController {

	private final Drafts drafts;

	private final Agencies agencies;

	private final Clock clock;

	DesignController(Drafts drafts, Agencies agencies, Clock clock) {
		this.drafts = drafts;
		this.agencies = agencies;
		this.clock = clock;
	}

	@GetMapping("/moi")
	String fresh(Model model) {
		return form(RegimeForms.empty(), null, List.of(), model);
	}

	@PostMapping("/moi")
	String create(@RequestParam MultiValueMap<String, String> values, @CurrentActor Actor actor, Model model, HttpServletResponse response) {
		RegimeForm form = new RegimeForm(values);
		RegimeCode code = code(form);
		PeriodType type = form.type();
		RegimeContent content = content(form, type, actor);
		if (code != null && content != null && form.sound()) {
			try {
				drafts.create(code, type, content, actor);
				return "redirect:/bao-cao/che-do/" + code + "/phien-ban/1";
			}
			catch (ProblemException refused) {
				refused.fields().stream().filter(field -> field.pointer().equals("/ma")).findFirst().orElseThrow(() -> refused);
				form.wrong("ma", "code-taken");
			}
		}
		response.setStatus(422);
		return form(form, null, List.of(), model);
	}

	@PostMapping("/{ma}/phien-ban")
	String newVersion(@PathVariable("ma") String code, @CurrentActor Actor actor) {
		return "redirect:/bao-cao/che-do/" + code + "/phien-ban/" + drafts.after(code, actor);
	}

	@GetMapping("/{ma}/phien-ban/{so}/noi-dung")
	String content(@PathVariable("ma") String code, @PathVariable("so") int number, @CurrentActor Actor actor, Model model) {
		Drafts.Drafted drafted = drafts.get(code, number, actor);
		LocalDate today = today();
		return form(RegimeForms.of(drafted.version().content(), id -> agencies.get(new AgencyId(id), today).code()), drafted, List.of(), model);
	}

	@PostMapping("/{ma}/phien-ban/{so}/noi-dung")
	String save(@PathVariable("ma") String code, @PathVariable("so") int number, @RequestParam(name = "ban", defaultValue = "0") int seen, @RequestParam MultiValueMap<String, String> values,
			@CurrentActor Actor actor, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		Drafts.Drafted drafted = drafts.get(code, number, actor);
		RegimeForm form = new RegimeForm(values);
		RegimeContent content = content(form, drafted.type(), actor);
		if (content == null) {
			response.setStatus(422);
			return form(form, drafted, List.of(), model);
		}
		List<DraftChange> meanwhile = drafts.edit(drafted, seen, DraftChange.CONTENTS, draft -> draft.with(content), actor);
		if (!meanwhile.isEmpty()) {
			response.setStatus(409);
			return form(form, drafted, meanwhile, model);
		}
		Flashes.success(redirect, "reporting.design.saved");
		return "redirect:" + drafted.href();
	}

	/** What the form says; nothing with problems, of which it is one to ask where the agency has no say. */
	private @Nullable RegimeContent content(RegimeForm form, PeriodType type, Actor actor) {
		RegimeContent content = form.content(type, provinces());
		if (content == null || actor.agency() == null) {
			return content;
		}
		Territory territory = Territory.of(agencies, actor.agency(), today());
		if (!content.subjects().stream().allMatch(territory::holds)) {
			form.wrong("doi-tuong", "beyond");
		}
		if (!content.provinces().stream().map(AgencyId::new).allMatch(territory::holds)) {
			form.wrong("tinh", "beyond");
		}
		return form.sound() ? content : null;
	}

	/** @param meanwhile what others changed since the officer looked; saved once more, what is written here takes its place */
	private String form(RegimeForm form, Drafts.@Nullable Drafted drafted, List<DraftChange> meanwhile, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("code", drafted == null ? "" : drafted.code().value());
		model.addAttribute("action", drafted == null ? "/bao-cao/che-do/moi" : drafted.href() + "/noi-dung");
		model.addAttribute("edition", drafted == null ? 0 : form.sound() ? drafted.version().edition() : form.edition());
		model.addAttribute("meanwhile", meanwhile);
		model.addAttribute("departments", departments(form.value("co-quan-chuyen-mon")));
		return "reporting/regimeForm";
	}

	/** Names of departments by their kind. @param chosen stays, also where no province has such any more */
	private List<DepartmentKind> departments(String chosen) {
		Map<String, DepartmentKind> departments = new TreeMap<>();
		LocalDate today = today();
		agencies.all(Agency.Level.DEPARTMENT, today).forEach(department -> departments.computeIfAbsent(department.kind(), kind -> new DepartmentKind(kind, department.name(),
				department.parent() == null ? null : agencies.get(department.parent(), today).level())));
		if (!chosen.isEmpty()) {
			departments.putIfAbsent(chosen, new DepartmentKind(chosen, LocalizedText.same(chosen), null));
		}
		return List.copyOf(departments.values());
	}

	private static @Nullable RegimeCode code(RegimeForm form) {
		try {
			return new RegimeCode(form.value("ma").toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException malformed) {
			form.wrong("ma", "code");
			return null;
		}
	}

	private Function<String, @Nullable Integer> provinces() {
		Provinces provinces = new Provinces(agencies, today());
		return typed -> provinces.find(typed).map(province -> province.id().value()).orElse(null);
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
