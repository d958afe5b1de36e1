package vn.motcua.portal.home;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.kernel.access.PublicAccess;

/** Search for services (<i>tìm dịch vụ</i>), with a way on when nothing is found. */
@Controller
class SearchController {

	private final FacetedSearch search;

	private final LifeEvents lifeEvents;

	SearchController(FacetedSearch search, LifeEvents lifeEvents) {
		this.search = search;
		this.lifeEvents = lifeEvents;
	}

	@GetMapping("/tim-kiem")
	@PublicAccess
	String search(@RequestParam(name = "q", defaultValue = "") String typed, @RequestParam(name = "linh-vuc", required = false) @Nullable String field,
			@RequestParam(name = "doi-tuong", required = false) @Nullable String audience, @RequestParam(name = "cap", required = false) @Nullable String authority,
			@RequestParam(name = "muc", required = false) @Nullable String level, @RequestParam(name = "su-kien", required = false) @Nullable String lifeEvent,
			@RequestParam(name = "trang", defaultValue = "1") String page, Model model) {
		SearchQuery query = new SearchQuery(typed, given(field), given(audience), given(authority), given(level), given(lifeEvent), number(page));
		model.addAttribute("search", search.find(query));
		model.addAttribute("lifeEvents", lifeEvents.groups());
		return "portal/search";
	}

	private static @Nullable String given(@Nullable String value) {
		return value == null || value.isBlank() || value.length() > 64 ? null : value;
	}

	private static int number(String typed) {
		return typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 1;
	}

}
