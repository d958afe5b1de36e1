package vn.motcua.onestop.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jakarta.servlet.http.HttpServletResponse;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.dossier.DossierView;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.kernel.problem.ProblemKind;
import vn.motcua.onestop.Consultations;
import vn.motcua.onestop.Consultations.Question;
import vn.motcua.onestop.OfficerDesk;
import vn.motcua.onestop.OnestopProblem;
import vn.motcua.site.Flashes;
import vn.motcua.site.Page;

/** Asking another agency for its opinion: first which, out of the tree of today, then what. */
@Controller
@RequiresPermission(Permission.DOSSIER_PROCESS)
class AskController {

	private final Consultations consultations;

	private final OfficerDesk desk;

	private final Agencies agencies;

	private final Clock clock;

	AskController(Consultations consultations, OfficerDesk desk, Agencies agencies, Clock clock) {
		this.consultations = consultations;
		this.desk = desk;
		this.agencies = agencies;
		this.clock = clock;
	}

	@GetMapping("/mot-cua/ho-so/{code}/hoi-y-kien")
	String choose(@PathVariable String code, @CurrentActor Actor officer, @RequestParam(name = "duoi", defaultValue = "") String under,
			@RequestParam(name = "co-quan", defaultValue = "") String agency, Model model) {
		DossierView dossier = asking(code, officer);
		Agency chosen = agency(agency);
		return chosen == null ? tree(dossier, officer, under, model) : form(dossier, chosen, AskForm.fresh(), model);
	}

	@PostMapping("/mot-cua/ho-so/{code}/hoi-y-kien")
	String ask(@PathVariable String code, @CurrentActor Actor officer, @RequestParam(name = "co-quan", defaultValue = "") String agency,
			@RequestParam(name = "cau-hoi", defaultValue = "") String words, @RequestParam(name = "so-ngay", defaultValue = "") String days,
			@RequestParam(name = "giay", required = false) @Nullable List<String> papers, Model model, RedirectAttributes redirect, HttpServletResponse response) {
		DossierView dossier = asking(code, officer);
		Agency chosen = agency(agency);
		if (chosen == null) {
			throw new ProblemException(OnestopProblem.INCOMPLETE, List.of(FieldProblem.of("/co-quan", "onestop.agency-unknown")));
		}
		try {
			consultations.ask(dossier.summary().code(), new Question(chosen.id(), words, days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0, AskForm.ids(papers)), officer);
		}
		catch (ProblemException refused) {
			if (refused.code().kind() != ProblemKind.FIELDS) {
				throw refused;
			}
			response.setStatus(ProblemKind.FIELDS.status());
			return form(dossier, chosen, new AskForm(words, days, papers == null ? List.of() : papers, refused.fields()), model);
		}
		Flashes.success(redirect, "onestop.ask.done", "agency", chosen.fullName().vi());
		return "redirect:/mot-cua/ho-so/" + dossier.summary().code().value() + "#y-kien";
	}

	private DossierView asking(String code, Actor officer) {
		DossierCode dossier = ActController.code(code);
		DossierView view = desk.find(dossier, officer);
		if (!consultations.mayAsk(dossier, officer)) {
			throw new ProblemException(OnestopProblem.NOT_THE_STEP);
		}
		return view;
	}

	private String tree(DossierView dossier, Actor officer, String under, Model model) {
		LocalDate today = today();
		List<Agency> line = line(under, officer, today);
		List<Agency> below = new ArrayList<>();
		if (line.isEmpty()) {
			below.addAll(agencies.all(under.equals("bo") ? Level.MINISTRY : Level.PROVINCE, today));
		}
		else {
			Arrays.stream(Level.values()).flatMap(level -> agencies.children(line.getLast().id(), level, today).stream()).forEach(below::add);
		}
		model.addAttribute("code", dossier.summary().code().value());
		model.addAttribute("line", line);
		model.addAttribute("below", below.stream().filter(agency -> !agency.id().equals(officer.agency())).toList());
		model.addAttribute("under", under);
		return "onestop/ask/tree";
	}

	/** From the top down to the unit whose agencies are shown; begins at the officer's own province. */
	private List<Agency> line(String under, Actor officer, LocalDate today) {
		if (under.equals("bo") || under.equals("tinh")) {
			return List.of();
		}
		Agency unit = agency(under);
		if (unit != null) {
			return agencies.withAncestors(unit.id(), today).reversed();
		}
		AgencyId own = officer.agency();
		return own == null ? List.of() : agencies.withAncestors(own, today).reversed().stream().filter(agency -> agency.level() == Level.PROVINCE).limit(1).toList();
	}

	private String form(DossierView dossier, Agency chosen, AskForm form, Model model) {
		model.addAttribute("dossier", dossier);
		model.addAttribute("chosen", chosen);
		model.addAttribute("form", form);
		return "onestop/ask/form";
	}

	private @Nullable Agency agency(String typed) {
		return typed.matches("[1-9][0-9]{0,8}") ? agencies.find(new AgencyId(Integer.parseInt(typed)), today()).orElse(null) : null;
	}

	private LocalDate today() {
		return LocalDate.ofInstant(clock.instant(), Page.ZONE);
	}

}
