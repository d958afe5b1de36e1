package vn.motcua.identity.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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
import vn.motcua.identity.CurrentActor;
import vn.motcua.identity.oauth.Program;
import vn.motcua.identity.oauth.Programs;
import vn.motcua.identity.oauth.Programs.NewProgram;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Flashes;
import vn.motcua.site.NavigationEntry;
import vn.motcua.site.Page;

/** Programs that connect by OAuth 2, for administrators: those at people's are added and revoked; systems of agencies are only listed here. */
@Controller
@RequiresPermission(Permission.ACCOUNT_MANAGE)
class ProgramController {

	private final Programs programs;

	private final Agencies agencies;

	private final Clock clock;

	ProgramController(Programs programs, Agencies agencies, Clock clock) {
		this.programs = programs;
		this.agencies = agencies;
		this.clock = clock;
	}

	@Bean
	static NavigationEntry programsEntry() {
		return new NavigationEntry(NavigationEntry.Area.ADMINISTRATOR, 75, "/quan-tri/ung-dung", "identity.program.title", Permission.ACCOUNT_MANAGE);
	}

	@GetMapping("/quan-tri/ung-dung")
	String programs(Model model) {
		return programs(ProgramForm.EMPTY, new FormProblems(), model);
	}

	@PostMapping("/quan-tri/ung-dung")
	String add(@RequestParam(name = "ma", defaultValue = "") String clientId, @RequestParam(name = "ten", defaultValue = "") String name,
			@RequestParam(name = "diaChi", defaultValue = "") String addresses, @RequestParam(name = "phamVi", required = false) @Nullable List<String> scopes,
			@CurrentActor Actor administrator, HttpServletResponse response, Model model) {
		ProgramForm form = new ProgramForm(clientId, name, addresses, scopes == null ? List.of() : scopes);
		List<String> redirects = Arrays.stream(addresses.split("\\s+")).filter(address -> !address.isEmpty()).distinct().toList();
		NewProgram program = new NewProgram(clientId.strip(), name, redirects, form.scopes().stream().distinct().toList());
		FormProblems problems = new FormProblems();
		programs.problems(program).forEach(problems::add);
		if (problems.isEmpty()) {
			try {
				return "redirect:/quan-tri/ung-dung/" + programs.add(administrator, program);
			}
			catch (ProblemException taken) {
				problems.add("ma", taken);
			}
		}
		response.setStatus(422);
		return programs(form, problems, model);
	}

	@GetMapping("/quan-tri/ung-dung/{id}")
	String program(@PathVariable UUID id, Model model) {
		Program program = programs.get(id);
		model.addAttribute("program", program);
		model.addAttribute("agency", program.agency() == null ? null : agencies.get(new AgencyId(program.agency()), today()).fullName());
		return "identity/program";
	}

	@PostMapping("/quan-tri/ung-dung/{id}/thu-hoi")
	String revoke(@PathVariable UUID id, @CurrentActor Actor administrator, RedirectAttributes redirect) {
		programs.revoke(administrator, id);
		Flashes.success(redirect, "identity.program.revoked");
		return "redirect:/quan-tri/ung-dung/" + id;
	}

	private String programs(ProgramForm form, FormProblems problems, Model model) {
		model.addAttribute("programs", programs.all());
		model.addAttribute("form", form);
		model.addAttribute("problems", problems);
		return "identity/programs";
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
