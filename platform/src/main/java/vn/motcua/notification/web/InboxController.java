package vn.motcua.notification.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.notification.domain.Postbox;
import vn.motcua.site.NavigationEntry;
import vn.motcua.site.Visitor;

/** The inbox of whoever is signed in. */
@Controller
@RequiresPermission(Permission.OWN_DATA)
class InboxController {

	private static final Limit PAGE = new Limit(30);

	private final Postbox postbox;

	private final Visitor visitor;

	InboxController(Postbox postbox, Visitor visitor) {
		this.postbox = postbox;
		this.visitor = visitor;
	}

	@Bean
	static NavigationEntry inboxEntry() {
		return new NavigationEntry(NavigationEntry.Area.CITIZEN, 60, "/thong-bao", "notification.inbox", Permission.OWN_DATA);
	}

	@GetMapping("/thong-bao")
	String inbox(@RequestParam(name = "sau", required = false) @Nullable String after, Model model) {
		UUID account = account();
		model.addAttribute("inbox", postbox.inbox(account, PAGE, after));
		model.addAttribute("unread", postbox.unread(account));
		return "notification/inbox";
	}

	/** Everything on the page was read, up to the newest message that stood there. */
	@PostMapping("/thong-bao/da-doc")
	String read(@RequestParam("den") long newest) {
		postbox.markReadUpTo(account(), newest);
		return "redirect:/thong-bao";
	}

	private UUID account() {
		return visitor.current().map(Actor::account).orElseThrow();
	}

}
