package vn.motcua.reporting.subscription;

import java.util.Optional;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import vn.motcua.kernel.access.PublicAccess;

/** The link in a letter by which it is the last: without signing in, and only when it is confirmed, since programs that check letters follow links. */
@Controller
@RequestMapping("/bao-cao/thoi-nhan/{token}")
@PublicAccess
class LeavingController {

	private final Subscriptions subscriptions;

	LeavingController(Subscriptions subscriptions) {
		this.subscriptions = subscriptions;
	}

	/** Says nothing of what the letters are about: the link may be in other hands. Who ended it before reads that it is ended. */
	@GetMapping
	String ask(@PathVariable String token, Model model) {
		Optional<Subscription> subscription = subscriptions.find(token);
		model.addAttribute("path", "/bao-cao/thoi-nhan/" + token);
		model.addAttribute("ended", subscription.isEmpty());
		return "reporting/subscription/leave";
	}

	@PostMapping
	String leave(@PathVariable String token) {
		subscriptions.end(token);
		return "redirect:/bao-cao/thoi-nhan/" + token;
	}

}
