package vn.motcua.notification.web;

import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.notification.gateway.SandboxProvider;
import vn.motcua.notification.gateway.SandboxProvider.Delivered;

/** What the sandbox delivered, open to everybody who tries the demonstration: one-time codes are read here. */
@Controller
@PublicAccess
@ConditionalOnBooleanProperty("motcua.demo")
class SampleMailboxController {

	private static final int PAGE = 30;

	private final SandboxProvider sandbox;

	SampleMailboxController(SandboxProvider sandbox) {
		this.sandbox = sandbox;
	}

	@GetMapping("/hop-thu-mau")
	String mailbox(@RequestParam(name = "nguoi-nhan", defaultValue = "") String recipient,
			@RequestParam(name = "truoc", defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
		String wanted = recipient.strip();
		List<Delivered> letters = sandbox.latest(wanted.isEmpty() || wanted.length() > 200 || wanted.indexOf('\0') >= 0 ? null : wanted, before, PAGE + 1);
		boolean more = letters.size() > PAGE;
		model.addAttribute("letters", more ? letters.subList(0, PAGE) : letters);
		model.addAttribute("recipient", wanted);
		model.addAttribute("before", more ? letters.get(PAGE - 1).number() : 0L);
		return "notification/sandbox";
	}

}
