package vn.motcua.exchange.web;

import java.util.UUID;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.exchange.Participant.Quota;
import vn.motcua.exchange.Participant.State;
import vn.motcua.exchange.participant.Registrations;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Flashes;

/** What the centre decides on a connected system. */
@Controller
@RequestMapping("/quan-tri/lien-thong/{id}")
@RequiresPermission(Permission.SYSTEM_APPROVE)
class DecisionController {

	private static final int MOST_CALLS = 60_000;

	private final SystemPages pages;

	private final Registrations registrations;

	DecisionController(SystemPages pages, Registrations registrations) {
		this.pages = pages;
		this.registrations = registrations;
	}

	/** Approves one that is registered; sets the quotas of one that is approved. */
	@PostMapping("/duyet")
	String approve(@PathVariable UUID id, @RequestParam(name = "dongNgay", defaultValue = "") String lines,
			@RequestParam(name = "lanPhut", defaultValue = "") String calls, @RequestParam(name = "guiBaoCao", defaultValue = "") String reports, @CurrentActor Actor actor, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		Quota quota = new Quota(RegistrationForm.number(lines.strip()), (int) RegistrationForm.number(calls.strip()));
		FormErrors errors = new FormErrors();
		if (quota.linesADay() < 1 || quota.linesADay() > RegistrationForm.MOST_LINES) {
			errors.add("dongNgay", "exchange.lines", "max", RegistrationForm.MOST_LINES);
		}
		if (quota.callsAMinute() < 1 || quota.callsAMinute() > MOST_CALLS) {
			errors.add("lanPhut", "exchange.lines", "max", MOST_CALLS);
		}
		boolean approved = registrations.get(actor, id).state() == State.APPROVED;
		return decide(id, actor, errors, "dongNgay", approved ? "exchange.system.changed" : "exchange.system.approved",
				of -> {
					if (approved) {
						registrations.quota(of, id, quota);
					}
					else {
						registrations.approve(of, id, quota, !reports.isEmpty());
					}
				}, response, model, redirect);
	}

	@PostMapping("/tu-choi")
	String refuse(@PathVariable UUID id, @RequestParam(name = "lyDo", defaultValue = "") String reason, @CurrentActor Actor actor, HttpServletResponse response,
			Model model, RedirectAttributes redirect) {
		return decide(id, actor, reasoned(reason), "lyDo", "exchange.system.refused", of -> registrations.refuse(of, id, reason.strip()), response, model, redirect);
	}

	@PostMapping("/tam-dung")
	String suspend(@PathVariable UUID id, @RequestParam(name = "lyDo", defaultValue = "") String reason, @CurrentActor Actor actor, HttpServletResponse response,
			Model model, RedirectAttributes redirect) {
		return decide(id, actor, reasoned(reason), "lyDo", "exchange.system.suspended", of -> registrations.suspend(of, id, reason.strip()), response, model,
				redirect);
	}

	@PostMapping("/tiep-tuc")
	String resume(@PathVariable UUID id, @CurrentActor Actor actor, HttpServletResponse response, Model model, RedirectAttributes redirect) {
		return decide(id, actor, new FormErrors(), "lyDo", "exchange.system.resumed", of -> registrations.resume(of, id), response, model, redirect);
	}

	@PostMapping("/cham-dut")
	String end(@PathVariable UUID id, @RequestParam(name = "lyDo", defaultValue = "") String reason, @CurrentActor Actor actor, HttpServletResponse response,
			Model model, RedirectAttributes redirect) {
		return decide(id, actor, reasoned(reason), "lyDo", "exchange.system.ended", of -> registrations.end(of, id, reason.strip()), response, model, redirect);
	}

	private static FormErrors reasoned(String reason) {
		FormErrors errors = new FormErrors();
		RegistrationForm.required(errors, "lyDo", reason.strip(), 500);
		return errors;
	}

	private String decide(UUID id, Actor actor, FormErrors errors, String field, String done, Consumer<Actor> decision, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		int status = 422;
		if (errors.isEmpty()) {
			try {
				decision.accept(actor);
				Flashes.success(redirect, done);
				return "redirect:/quan-tri/lien-thong/" + id;
			}
			catch (ProblemException refused) {
				errors.add(field, refused);
				status = refused.code().kind().status();
			}
		}
		SystemPage view = pages.system(actor, id, null, errors, null);
		response.setStatus(status);
		model.addAttribute("view", view);
		return "exchange/system";
	}

}
