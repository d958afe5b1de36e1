package vn.motcua.portal.home;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.PublicAccess;

/** The home page: search, life events, what was left off, three figures, what to know today. */
@Controller
class HomeController {

	private final LifeEvents lifeEvents;

	private final HomeFigures figures;

	private final ContinueHere left;

	private final OpeningHours hours;

	private final Clock clock;

	HomeController(LifeEvents lifeEvents, HomeFigures figures, ContinueHere left, OpeningHours hours, Clock clock) {
		this.lifeEvents = lifeEvents;
		this.figures = figures;
		this.left = left;
		this.hours = hours;
		this.clock = clock;
	}

	@GetMapping("/")
	@PublicAccess(sameForAll = true)
	String home(@CurrentActor @Nullable Actor actor, Model model) {
		model.addAttribute("home", new HomePage(lifeEvents.groups(), figures.now(), left.drafts(actor), left.waiting(actor), hours.nextDay(), clock.instant()));
		return "portal/home";
	}

}
