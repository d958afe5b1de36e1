package vn.motcua.portal.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Service;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.FoundServices;
import vn.motcua.catalogue.FoundServices.Outcome;
import vn.motcua.catalogue.ServiceFinder;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.site.Page;

/** Finds services by words and narrows them by facet; everything is answered from the catalogue's memory. */
@Service
class FacetedSearch {

	static final int PER_PAGE = 20;

	private static final int MOST_HITS = 10_000;

	private static final int MOST_NEARBY = 5;

	private final Catalogue catalogue;

	private final ServiceFinder finder;

	private final SearchFacets facets;

	private final Clock clock;

	FacetedSearch(Catalogue catalogue, ServiceFinder finder, SearchFacets facets, Clock clock) {
		this.catalogue = catalogue;
		this.finder = finder;
		this.facets = facets;
		this.clock = clock;
	}

	/** Counts the first look at what was found, without who looked. */
	SearchPage find(SearchQuery query) {
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		FoundServices found = query.typed().isEmpty() ? new FoundServices(catalogue.all(today), Outcome.WHOLE, null) : finder.find(query.typed(), MOST_HITS);
		if (!query.typed().isEmpty() && !query.narrowed() && query.page() == 1) {
			finder.asked(query.typed(), found.outcome());
		}
		List<ServiceVersion> kept = found.services().stream().filter(service -> SearchFacets.keeps(query, service)).toList();
		int from = Math.min((query.page() - 1) * PER_PAGE, kept.size());
		int to = Math.min(from + PER_PAGE, kept.size());
		return new SearchPage(query.typed(), kept.size(), kept.subList(from, to), facets.of(query, found.services()),
				to < kept.size() ? query.onPage(query.page() + 1).href() : null, query.narrowed() ? query.withoutFacets().href() : null,
				found.corrected(), found.corrected() == null ? null : query.saying(found.corrected()).href(), found.outcome() == Outcome.PART,
				kept.isEmpty() ? nearby(query.typed()) : List.of());
	}

	/** What a shorter question would have found, longest words first. */
	private List<ServiceVersion> nearby(String typed) {
		Set<ServiceVersion> found = new LinkedHashSet<>();
		List<String> words = new ArrayList<>(Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> word.length() > 2).distinct().limit(6).toList());
		words.sort((a, b) -> Integer.compare(b.length(), a.length()));
		for (String word : words) {
			found.addAll(finder.find(word, MOST_NEARBY).services());
			if (found.size() >= MOST_NEARBY) {
				break;
			}
		}
		return found.stream().filter(Objects::nonNull).limit(MOST_NEARBY).toList();
	}

}
