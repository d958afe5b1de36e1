package vn.motcua.identity.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.identity.Account;
import vn.motcua.identity.CurrentActor;
import vn.motcua.identity.access.OpenSessions;
import vn.motcua.identity.access.SignedIn;
import vn.motcua.identity.domain.AccountRegistry;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.site.Flashes;
import vn.motcua.site.Page;

/** One's own account: who one is here, where one is signed in, for which agency one acts. */
@Controller
@RequiresPermission(Permission.OWN_DATA)
class AccountController {

	private final AccountRegistry accounts;

	private final Agencies agencies;

	private final SignedIn signedIn;

	private final OpenSessions sessions;

	private final Clock clock;

	AccountController(AccountRegistry accounts, Agencies agencies, SignedIn signedIn, OpenSessions sessions, Clock clock) {
		this.accounts = accounts;
		this.agencies = agencies;
		this.signedIn = signedIn;
		this.sessions = sessions;
		this.clock = clock;
	}

	@GetMapping("/tai-khoan")
	String account(@CurrentActor Actor actor, HttpServletRequest request, Model model) {
		Account account = accounts.find(actor.account()).orElseThrow();
		model.addAttribute("account", account);
		model.addAttribute("commune", commune(account));
		model.addAttribute("agencies", accounts.agencies(actor.account()).stream().map(this::agency).toList());
		model.addAttribute("current", actor.agency() == null ? 0 : actor.agency().value());
		model.addAttribute("sessions", sessions.of(actor.account(), sessionId(request)));
		return "identity/account";
	}

	/** The officer goes on for another of their agencies. */
	@PostMapping("/tai-khoan/co-quan")
	String actFor(@RequestParam("co-quan") int number, @RequestParam(name = "tiep", defaultValue = "") String next, @CurrentActor Actor actor,
			HttpServletRequest request, RedirectAttributes redirect) {
		List<AgencyId> held = accounts.agencies(actor.account());
		held.stream().filter(agency -> agency.value() == number).findFirst().ifPresent(agency -> {
			signedIn.actFor(request, agency);
			Flashes.success(redirect, "identity.account.acting-for", "agency", agency(agency).fullName().vi());
		});
		return "redirect:" + NextPage.of(next).orElse("/tai-khoan");
	}

	@PostMapping("/tai-khoan/phien")
	String endSession(@RequestParam("phien") String reference, @CurrentActor Actor actor, RedirectAttributes redirect) {
		sessions.end(actor.account(), reference);
		Flashes.success(redirect, "identity.account.session-ended");
		return "redirect:/tai-khoan";
	}

	static String sessionId(HttpServletRequest request) {
		return request.getSession(false) == null ? "" : request.getSession(false).getId();
	}

	private Agency agency(AgencyId id) {
		return agencies.get(id, today());
	}

	private String commune(Account account) {
		if (account.addressCommune() == null) {
			return "";
		}
		return agencies.findByCode(Agency.Level.COMMUNE, account.addressCommune(), today())
			.map(commune -> agencies.withAncestors(commune.id(), today()).stream().map(unit -> unit.fullName().vi())
				.collect(java.util.stream.Collectors.joining(", ")))
			.orElse("");
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
