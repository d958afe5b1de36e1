package vn.motcua.portal.home;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.LifeEvent;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.portal.home.SearchPage.Choice;
import vn.motcua.portal.home.SearchPage.Facet;
import vn.motcua.site.Messages;

/** By what results can be narrowed: for whom, which field, level of authority, online level, life event. Each choice tells how many it leaves. */
@Component
class SearchFacets {

	private static final int MOST_CHOICES = 12;

	private final Messages messages;

	SearchFacets(Messages messages) {
		this.messages = messages;
	}

	static boolean keeps(SearchQuery query, ServiceVersion service) {
		return (query.field() == null || service.field().code().equals(query.field()))
				&& (query.audience() == null || audiences(service).contains(query.audience()))
				&& (query.authority() == null || authority(service).equals(query.authority()))
				&& (query.level() == null || Integer.toString(service.level()).equals(query.level()))
				&& (query.lifeEvent() == null || service.lifeEvents().contains(query.lifeEvent()));
	}

	List<Facet> of(SearchQuery query, List<ServiceVersion> found) {
		List<Facet> facets = new ArrayList<>();
		add(facets, "doi-tuong", query, query.audience(), found, SearchFacets::audiences, key -> words("portal.search.audience." + key));
		add(facets, "cap", query, query.authority(), found, service -> List.of(authority(service)), key -> words("portal.search.authority." + key));
		add(facets, "muc", query, query.level(), found, service -> List.of(Integer.toString(service.level())), key -> words("portal.search.online." + key));
		Map<String, LocalizedText> events = new LinkedHashMap<>();
		LifeEvent.all().forEach(event -> events.put(event.id(), event.name()));
		add(facets, "su-kien", query, query.lifeEvent(), found, ServiceVersion::lifeEvents, events::get);
		Map<String, LocalizedText> fields = new LinkedHashMap<>();
		found.forEach(service -> fields.putIfAbsent(service.field().code(), service.field().name()));
		add(facets, "linh-vuc", query, query.field(), found, service -> List.of(service.field().code()), fields::get);
		return facets;
	}

	private static void add(List<Facet> facets, String name, SearchQuery query, @Nullable String taken, List<ServiceVersion> found,
			Function<ServiceVersion, List<String>> valuesOf, Function<String, @Nullable LocalizedText> label) {
		SearchQuery others = query.with(name, null);
		Map<String, Integer> counts = new LinkedHashMap<>();
		found.stream().filter(service -> keeps(others, service)).flatMap(service -> valuesOf.apply(service).stream())
				.forEach(value -> counts.merge(value, 1, Integer::sum));
		List<Choice> choices = counts.entrySet().stream().filter(entry -> label.apply(entry.getKey()) != null)
				.sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).limit(MOST_CHOICES)
				.map(entry -> choice(name, query, taken, entry, Objects.requireNonNull(label.apply(entry.getKey())))).toList();
		if (choices.size() > 1 || taken != null && !choices.isEmpty()) {
			facets.add(new Facet(name, choices));
		}
	}

	private static Choice choice(String name, SearchQuery query, @Nullable String taken, Map.Entry<String, Integer> entry, LocalizedText label) {
		boolean now = entry.getKey().equals(taken);
		return new Choice(label, entry.getValue(), now, query.with(name, now ? null : entry.getKey()).href());
	}

	private static List<String> audiences(ServiceVersion service) {
		return service.audience().stream().map(audience -> audience.name().toLowerCase(Locale.ROOT)).sorted().toList();
	}

	private static String authority(ServiceVersion service) {
		return service.handling().level().toLowerCase(Locale.ROOT);
	}

	private LocalizedText words(String key) {
		return new LocalizedText(messages.text(Locale.of("vi"), key), messages.text(Locale.ENGLISH, key));
	}

}
