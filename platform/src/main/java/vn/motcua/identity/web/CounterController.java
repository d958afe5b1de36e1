package vn.motcua.identity.web;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.identity.Account;
import vn.motcua.identity.CurrentActor;
import vn.motcua.identity.domain.CounterCheck;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.PersonalNumber;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.site.Flashes;

/** Comparing identity papers with an account that was made online. */
@Controller
@RequiresPermission(Permission.DOSSIER_RECEIVE)
class CounterController {

	private static final String PAGE = "/mot-cua/xac-nhan-danh-tinh";

	private final CounterCheck counter;

	CounterController(CounterCheck counter) {
		this.counter = counter;
	}

	@GetMapping(PAGE)
	String form(Model model) {
		return draw("", null, new FormProblems(), model);
	}

	/** Posted, so that no personal number stands in an address. */
	@PostMapping(PAGE)
	String find(@RequestParam(name = "so", defaultValue = "") String number, @CurrentActor Actor officer, HttpServletResponse response, Model model) {
		FormProblems problems = new FormProblems();
		String typed = number.replace(" ", "");
		Account found = PersonalNumber.isWellFormed(typed) ? counter.unchecked(officer, typed).orElse(null) : null;
		if (found == null) {
			problems.add("so", PersonalNumber.isWellFormed(typed) ? "identity.nothing-to-check" : "identity.number");
			response.setStatus(422);
		}
		return draw(number, found, problems, model);
	}

	@PostMapping(PAGE + "/{account}")
	String confirm(@PathVariable UUID account, @CurrentActor Actor officer, RedirectAttributes redirect) {
		counter.confirm(officer, account);
		Flashes.success(redirect, "identity.counter.done");
		return "redirect:" + PAGE;
	}

	private static String draw(String typed, @org.jspecify.annotations.Nullable Account found, FormProblems problems, Model model) {
		model.addAttribute("typed", typed);
		model.addAttribute("found", found);
		model.addAttribute("problems", problems);
		return "identity/counter";
	}

}
