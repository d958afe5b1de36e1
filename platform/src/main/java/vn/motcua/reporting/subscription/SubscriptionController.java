package vn.motcua.reporting.subscription;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
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

import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.board.Board;
import vn.motcua.reporting.board.Boards;
import vn.motcua.reporting.board.Drawing;
import vn.motcua.site.Flashes;

/** Letters that an officer gets, and asking for more. */
@Controller
@RequestMapping("/bao-cao/thu")
@RequiresPermission(Permission.REPORT_VIEW)
public class SubscriptionController {

	private final Subscriptions subscriptions;

	private final Boards boards;

	private final Drawing drawing;

	private final Accounts accounts;

	SubscriptionController(Subscriptions subscriptions, Boards boards, Drawing drawing, Accounts accounts) {
		this.subscriptions = subscriptions;
		this.boards = boards;
		this.drawing = drawing;
		this.accounts = accounts;
	}

	/** @param name of the board now, or of the question; {@code null} when the board is not there any more */
	public record Listed(Subscription subscription, @Nullable String name, @Nullable String href) {
	}

	@GetMapping
	String list(@CurrentActor Actor actor, Model model) {
		model.addAttribute("subscriptions", subscriptions.of(actor).stream().map(each -> listed(each, actor)).toList());
		model.addAttribute("email", email(actor));
		return "reporting/subscription/list";
	}

	@GetMapping("/moi")
	String ask(@RequestParam(name = "bang", required = false) @Nullable Long number, HttpServletRequest request, @CurrentActor Actor actor, Model model) {
		if (number == null) {
			return form(new SubscriptionForm(null, drawing.kept(request.getParameterMap()), "", Rhythm.WEEKLY.name(), null, List.of()), actor, model);
		}
		Board board = boards.get(number, actor);
		Rhythm now = subscriptions.ofBoard(number, actor).map(Subscription::rhythm).orElse(null);
		return form(new SubscriptionForm(board, "", "", now == null ? Rhythm.WEEKLY.name() : now.name(), now, List.of()), actor, model);
	}

	@PostMapping("/moi")
	String begin(@RequestParam(name = "bang", required = false) @Nullable Long number, @RequestParam(name = "cau-hoi", defaultValue = "") String question,
			@RequestParam(name = "ten", defaultValue = "") String name, @RequestParam(name = "nhip", defaultValue = "") String word, @CurrentActor Actor actor, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		Board board = number == null ? null : boards.get(number, actor);
		try {
			Rhythm rhythm = Rhythm.find(word).orElseThrow(() -> refused("/nhip", "reporting.subscription.rhythm"));
			if (email(actor) == null) {
				throw refused("/nhip", "reporting.subscription.no-address");
			}
			if (board == null) {
				subscriptions.subscribe(name, drawing.kept(question), rhythm, actor);
			}
			else {
				subscriptions.subscribe(board, rhythm, actor);
			}
			Flashes.success(redirect, "reporting.subscription.begun." + (rhythm == Rhythm.COMPLETE ? "complete" : "rhythm"));
			return "redirect:/bao-cao/thu";
		}
		catch (ProblemException refused) {
			if (refused.fields().isEmpty()) {
				throw refused;
			}
			response.setStatus(422);
			return form(new SubscriptionForm(board, question, name, word, null, refused.fields()), actor, model);
		}
	}

	@PostMapping("/{so}/thoi")
	String end(@PathVariable("so") long number, @CurrentActor Actor actor, RedirectAttributes redirect) {
		subscriptions.end(number, actor);
		Flashes.success(redirect, "reporting.subscription.ended.said");
		return "redirect:/bao-cao/thu";
	}

	private Listed listed(Subscription subscription, Actor actor) {
		if (subscription.board() == null) {
			return new Listed(subscription, subscription.name(), "/bao-cao/phan-tich?" + subscription.question());
		}
		return boards.find(subscription.board(), actor).map(board -> new Listed(subscription, board.name(), board.href())).orElse(new Listed(subscription, null, null));
	}

	private @Nullable String email(Actor actor) {
		return accounts.find(actor.account()).map(Account::email).orElse(null);
	}

	private String form(SubscriptionForm form, Actor actor, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("email", email(actor));
		return "reporting/subscription/form";
	}

	private static ProblemException refused(String pointer, String code) {
		return new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, code)));
	}

}
