package vn.motcua.site.web;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.site.SiteMapSource;

/** Contact, accessibility statement and site map. */
@Controller
@PublicAccess(sameForAll = true)
class SitePagesController {

	private final List<SiteMapSource> sources;

	SitePagesController(ObjectProvider<SiteMapSource> sources) {
		this.sources = sources.orderedStream().toList();
	}

	@GetMapping("/lien-he")
	String contact() {
		return "site/contact";
	}

	@GetMapping("/tro-nang")
	String accessibility() {
		return "site/accessibility";
	}

	@GetMapping("/so-do-trang")
	String map(Model model) {
		model.addAttribute("sources", sources);
		return "site/map";
	}

}
