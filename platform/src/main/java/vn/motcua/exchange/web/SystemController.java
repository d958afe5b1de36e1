package vn.motcua.exchange.web;

import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.exchange.Participant.Profile;
import vn.motcua.exchange.centre.CentreMember;
import vn.motcua.exchange.participant.Registrations;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Flashes;
import vn.motcua.site.NavigationEntry;

/** Connected systems: the list, one of them, and a new one. */
@Controller
@RequestMapping("/quan-tri/lien-thong")
@RequiresPermission(Permission.SYSTEM_VIEW)
class SystemController {

	private final SystemPages pages;

	private final Registrations registrations;

	private final RegistrationReader reader;

	private final CentreMember centre;

	SystemController(SystemPages pages, Registrations registrations, RegistrationReader reader, CentreMember centre) {
		this.pages = pages;
		this.registrations = registrations;
		this.reader = reader;
		this.centre = centre;
	}

	@Bean
	static NavigationEntry systemsEntry() {
		return new NavigationEntry(NavigationEntry.Area.ADMINISTRATOR, 76, "/quan-tri/lien-thong", "exchange.systems.title", Permission.SYSTEM_VIEW);
	}

	@GetMapping
	String list(@RequestParam(name = "tinhTrang", defaultValue = "") String state, @RequestParam(name = "q", defaultValue = "") String words,
			@RequestParam(name = "sau", required = false) @Nullable String after, @CurrentActor Actor actor, Model model) {
		String wanted = words.length() > 100 ? "" : words.strip();
		String known = state.matches("[A-Z]{1,20}") ? state : "";
		model.addAttribute("systems", pages.list(actor, known, wanted, after));
		model.addAttribute("centre", centre.standing().map(standing -> actor.may(Permission.SYSTEM_APPROVE) ? standing : standing.withoutLines()).orElse(null));
		model.addAttribute("state", known);
		model.addAttribute("words", wanted);
		model.addAttribute("registers", actor.may(Permission.SYSTEM_REGISTER));
		return "exchange/systems";
	}

	@GetMapping("/dang-ky")
	@RequiresPermission(Permission.SYSTEM_REGISTER)
	String form(@CurrentActor Actor actor, Model model) {
		return form(RegistrationForm.EMPTY, new FormErrors(), actor, model);
	}

	@PostMapping("/dang-ky")
	@RequiresPermission(Permission.SYSTEM_REGISTER)
	String register(@RequestParam Map<String, String> posted, @CurrentActor Actor actor, HttpServletResponse response, Model model, RedirectAttributes redirect) {
		RegistrationForm form = RegistrationForm.of(posted);
		FormErrors errors = form.contactErrors();
		Profile profile = reader.profile(form, actor, errors);
		if (errors.isEmpty()) {
			try {
				UUID id = registrations.register(actor, form.clientId(), reader.agency(actor, form.agency()).orElseThrow(), profile);
				Flashes.success(redirect, "exchange.system.registered");
				return "redirect:/quan-tri/lien-thong/" + id;
			}
			catch (ProblemException taken) {
				errors.add("ma", taken);
			}
		}
		response.setStatus(422);
		return form(form, errors, actor, model);
	}

	@GetMapping("/{id}")
	String system(@PathVariable UUID id, @CurrentActor Actor actor, Model model) {
		model.addAttribute("view", pages.system(actor, id, null, new FormErrors(), null));
		return "exchange/system";
	}

	@PostMapping("/{id}/lien-he")
	@RequiresPermission(Permission.SYSTEM_REGISTER)
	String contact(@PathVariable UUID id, @RequestParam Map<String, String> posted, @CurrentActor Actor actor, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		RegistrationForm form = RegistrationForm.of(posted);
		FormErrors errors = form.contactErrors();
		if (errors.isEmpty()) {
			registrations.contact(actor, id, form.name(), form.contact());
			Flashes.success(redirect, "exchange.system.changed");
			return "redirect:/quan-tri/lien-thong/" + id;
		}
		response.setStatus(422);
		model.addAttribute("view", pages.system(actor, id, null, errors, form));
		return "exchange/system";
	}

	private String form(RegistrationForm form, FormErrors errors, Actor actor, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		model.addAttribute("agency", actor.agency() == null ? null : pages.name(actor.agency()));
		return "exchange/register";
	}

}
