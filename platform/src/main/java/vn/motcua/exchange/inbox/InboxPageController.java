package vn.motcua.exchange.inbox;

import java.util.UUID;

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

import vn.motcua.exchange.Participant;
import vn.motcua.exchange.participant.Registrations;
import vn.motcua.exchange.webhook.Webhooks;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Flashes;

/** What waits for a system, and where it is told of it. */
@Controller
@RequestMapping("/quan-tri/lien-thong/{id}/hop-den")
@RequiresPermission(Permission.SYSTEM_VIEW)
class InboxPageController {

	private static final int ROWS = 50;

	private final Registrations registrations;

	private final InboxStore store;

	private final InboxAlarm alarm;

	private final Webhooks webhooks;

	InboxPageController(Registrations registrations, InboxStore store, InboxAlarm alarm, Webhooks webhooks) {
		this.registrations = registrations;
		this.store = store;
		this.alarm = alarm;
		this.webhooks = webhooks;
	}

	@GetMapping
	String show(@PathVariable UUID id, @CurrentActor Actor actor, Model model) {
		return draw(registrations.get(actor, id), actor, null, null, null, model);
	}

	/** A secret that was made is shown on the page that answers, and never again. */
	@PostMapping("/dia-chi")
	@RequiresPermission(Permission.SYSTEM_REGISTER)
	String set(@PathVariable UUID id, @RequestParam(name = "diaChi", defaultValue = "") String url, @RequestParam(name = "viec", defaultValue = "luu") String action,
			@CurrentActor Actor actor, HttpServletResponse response, Model model, RedirectAttributes redirect) {
		Participant system = registrations.own(actor, id);
		if (action.equals("thoi")) {
			webhooks.end(system, actor);
			Flashes.success(redirect, "exchange.webhook.ended");
			return redirect(id);
		}
		try {
			String secret = webhooks.set(system, url.strip(), action.equals("khoa-moi"), actor);
			if (secret != null) {
				return draw(system, actor, null, null, secret, model);
			}
			Flashes.success(redirect, "exchange.webhook.set");
			return redirect(id);
		}
		catch (ProblemException refused) {
			response.setStatus(refused.code().kind().status());
			return draw(system, actor, url, "problem." + (refused.fields().isEmpty() ? refused.code().code() : refused.fields().getFirst().code()), null, model);
		}
	}

	@PostMapping("/thu")
	@RequiresPermission(Permission.SYSTEM_REGISTER)
	String test(@PathVariable UUID id, @CurrentActor Actor actor, RedirectAttributes redirect) {
		webhooks.test(registrations.own(actor, id));
		Flashes.success(redirect, "exchange.webhook.tested");
		return redirect(id);
	}

	private String draw(Participant system, Actor actor, @Nullable String typed, @Nullable String problem, @Nullable String secret, Model model) {
		InboxStore.Backlog backlog = store.backlog(system.id(), alarm.late());
		Webhooks.Address address = webhooks.address(system.id()).orElse(null);
		String shown = typed != null ? typed : address == null ? "" : address.url();
		model.addAttribute("it", new InboxPage(system, backlog.waiting(), backlog.late(), backlog.oldest(), store.latest(system.id(), Long.MAX_VALUE, ROWS), address,
				webhooks.latest(system.id(), ROWS), shown, problem, secret, actor.may(Permission.SYSTEM_REGISTER) && registrations.keeps(actor, system.agency())));
		return "exchange/inbox";
	}

	private static String redirect(UUID id) {
		return "redirect:/quan-tri/lien-thong/" + id + "/hop-den";
	}

}
