package vn.motcua.identity.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.identity.CurrentActor;
import vn.motcua.identity.Role;
import vn.motcua.identity.domain.Applicant;
import vn.motcua.identity.domain.PasswordRule;
import vn.motcua.identity.domain.Roles;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Flashes;
import vn.motcua.site.NavigationEntry;
import vn.motcua.site.Page;

/** Officers and their roles at agencies, for administrators. */
@Controller
@RequiresPermission(Permission.ACCOUNT_MANAGE)
class AdministrationController {

	private static final Limit PAGE = new Limit(50);

	private final Roles roles;

	private final Agencies agencies;

	private final Clock clock;

	AdministrationController(Roles roles, Agencies agencies, Clock clock) {
		this.roles = roles;
		this.agencies = agencies;
		this.clock = clock;
	}

	@Bean
	static NavigationEntry accountsEntry() {
		return new NavigationEntry(NavigationEntry.Area.ADMINISTRATOR, 70, "/quan-tri/tai-khoan", "identity.admin.title", Permission.ACCOUNT_MANAGE);
	}

	@GetMapping("/quan-tri/tai-khoan")
	String officers(@RequestParam(name = "q", defaultValue = "") String words, @RequestParam(name = "sau", required = false) @Nullable String after,
			Model model) {
		return officers(words, after, new FormProblems(), model);
	}

	@PostMapping("/quan-tri/tai-khoan")
	String add(@RequestParam(name = "ten", defaultValue = "") String login, @RequestParam(name = "hoTen", defaultValue = "") String name,
			@RequestParam(name = "dienThoai", defaultValue = "") String phone, @RequestParam(name = "matKhau", defaultValue = "") String password,
			HttpServletResponse response, Model model) {
		FormProblems problems = new FormProblems();
		Applicant tidied = new Applicant("", name, "", "", phone, password);
		if (!login.matches("[a-z][a-z0-9.]{2,40}")) {
			problems.add("ten", "identity.login");
		}
		if (tidied.fullName().length() < 2 || tidied.fullName().length() > 100 || !tidied.fullName().matches("\\p{L}[\\p{L}\\p{M} .'’-]*")) {
			problems.add("hoTen", "identity.full-name");
		}
		if (!Applicant.isMobile(tidied.phone())) {
			problems.add("dienThoai", "identity.phone");
		}
		PasswordRule.broken(password, Arrays.asList(login, phone)).ifPresent(code -> problems.add("matKhau", code, "min", PasswordRule.SHORTEST));
		try {
			if (problems.isEmpty()) {
				return "redirect:/quan-tri/tai-khoan/" + roles.addOfficer(login, tidied.fullName(), tidied.phone(), password);
			}
		}
		catch (ProblemException taken) {
			problems.add("ten", taken);
		}
		response.setStatus(422);
		return officers("", null, problems, model);
	}

	@GetMapping("/quan-tri/tai-khoan/{id}")
	String officer(@PathVariable UUID id, Model model) {
		return officer(id, new FormProblems(), model);
	}

	@PostMapping("/quan-tri/tai-khoan/{id}/vai-tro")
	String grant(@PathVariable UUID id, @RequestParam(name = "vaiTro", defaultValue = "") String role, @RequestParam(name = "coQuan", defaultValue = "") String place,
			@CurrentActor Actor actor, HttpServletResponse response, Model model, RedirectAttributes redirect) {
		FormProblems problems = new FormProblems();
		Optional<Role> wanted = Arrays.stream(Role.values()).filter(Role::atAgency).filter(known -> known.name().equals(role)).findFirst();
		Optional<Agency> agency = agency(place.strip());
		if (wanted.isEmpty()) {
			problems.add("vaiTro", "identity.role");
		}
		if (agency.isEmpty()) {
			problems.add("coQuan", "identity.agency");
		}
		try {
			if (problems.isEmpty()) {
				roles.grant(actor, id, wanted.get(), agency.get().id());
				Flashes.success(redirect, "identity.admin.granted");
				return "redirect:/quan-tri/tai-khoan/" + id;
			}
		}
		catch (ProblemException held) {
			problems.add("vaiTro", held);
		}
		response.setStatus(422);
		return officer(id, problems, model);
	}

	@PostMapping("/quan-tri/tai-khoan/{id}/vai-tro/{number}/ket-thuc")
	String end(@PathVariable UUID id, @PathVariable long number, @CurrentActor Actor actor, RedirectAttributes redirect) {
		roles.end(actor, id, number);
		Flashes.success(redirect, "identity.admin.ended");
		return "redirect:/quan-tri/tai-khoan/" + id;
	}

	/** An agency by its stable number or its exchange code. */
	private Optional<Agency> agency(String typed) {
		if (typed.matches("\\d{1,9}") && Integer.parseInt(typed) > 0) {
			return agencies.find(new AgencyId(Integer.parseInt(typed)), today());
		}
		return typed.length() <= 40 ? agencies.findByExchangeCode(typed, today()) : Optional.empty();
	}

	private String officers(String words, @Nullable String after, FormProblems problems, Model model) {
		String wanted = words.length() > 100 || words.indexOf('\0') >= 0 ? "" : words.strip();
		model.addAttribute("officers", roles.officers(wanted, PAGE, after));
		model.addAttribute("words", wanted);
		model.addAttribute("problems", problems);
		return "identity/officers";
	}

	private String officer(UUID id, FormProblems problems, Model model) {
		model.addAttribute("officer", roles.officer(id));
		model.addAttribute("grants", roles.of(id).stream().map(grant -> new HeldRole(grant, agencies.get(grant.agency(), today()))).toList());
		model.addAttribute("problems", problems);
		return "identity/officer";
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
