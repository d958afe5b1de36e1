package vn.motcua.catalogue.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import vn.motcua.catalogue.LifeEvent;
import vn.motcua.catalogue.ServiceFilter;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.web.CataloguePage.Facet;
import vn.motcua.catalogue.web.CataloguePage.FacetChoice;
import vn.motcua.kernel.LocalizedText;

/** Ways to narrow a list of services, with how many each leaves; the choice stands in the address. */
final class Facets {

	private static final int MOST_CHOICES = 30;

	private final List<ServiceVersion> services;

	private final ServiceFilter filter;

	private final Function<String, LocalizedText> ministries;

	Facets(List<ServiceVersion> services, ServiceFilter filter, Function<String, LocalizedText> ministries) {
		this.services = services;
		this.filter = filter;
		this.ministries = ministries;
	}

	List<Facet> all() {
		Map<String, LocalizedText> fields = new LinkedHashMap<>();
		services.forEach(service -> fields.putIfAbsent(service.field().code(), service.field().name()));
		Map<String, LocalizedText> regulating = new LinkedHashMap<>();
		services.forEach(service -> regulating.computeIfAbsent(service.ministry(), ministries));
		Map<String, LocalizedText> events = new LinkedHashMap<>();
		LifeEvent.all().forEach(event -> events.put(event.id(), event.name()));
		return Stream.of(facet("linh-vuc", fields, null, filter.field()), facet("co-quan", regulating, null, filter.agency()),
				facet("cap", keys("commune", "district", "province", "ministry", "organisation"), "catalogue.authority.", filter.agency()),
				facet("muc", keys("4", "3", "2", "1"), "catalogue.level.", filter.level() == null ? null : filter.level().toString()),
				facet("doi-tuong", keys("citizen", "enterprise"), "catalogue.audience.", filter.audience()),
				facet("su-kien", events, null, filter.lifeEvent())).filter(facet -> !facet.choices().isEmpty()).toList();
	}

	private Facet facet(String name, Map<String, LocalizedText> values, @Nullable String prefix, @Nullable String taken) {
		List<FacetChoice> choices = new ArrayList<>();
		values.forEach((value, label) -> {
			ServiceFilter with = with(name, value);
			long count = services.stream().filter(with::matches).count();
			boolean isTaken = value.equals(taken);
			if ((count > 0 || isTaken) && choices.size() < MOST_CHOICES) {
				choices.add(new FacetChoice(prefix == null ? label : null, prefix == null ? null : prefix + value, count, isTaken, href(isTaken ? with(name, null) : with)));
			}
		});
		return new Facet("catalogue.facet." + name, choices);
	}

	private ServiceFilter with(String name, @Nullable String value) {
		return switch (name) {
			case "linh-vuc" -> new ServiceFilter(value, filter.agency(), filter.level(), filter.lifeEvent(), filter.audience());
			case "co-quan", "cap" -> new ServiceFilter(filter.field(), value, filter.level(), filter.lifeEvent(), filter.audience());
			case "muc" -> new ServiceFilter(filter.field(), filter.agency(), value == null ? null : Integer.valueOf(value), filter.lifeEvent(), filter.audience());
			case "doi-tuong" -> new ServiceFilter(filter.field(), filter.agency(), filter.level(), filter.lifeEvent(), value);
			default -> new ServiceFilter(filter.field(), filter.agency(), filter.level(), value, filter.audience());
		};
	}

	static String href(ServiceFilter filter) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/dich-vu");
		add(address, "linh-vuc", filter.field());
		add(address, "co-quan", filter.agency());
		add(address, "muc", filter.level() == null ? null : filter.level().toString());
		add(address, "doi-tuong", filter.audience());
		add(address, "su-kien", filter.lifeEvent());
		return address.encode().toUriString();
	}

	private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			address.queryParam(name, value);
		}
	}

	private static Map<String, LocalizedText> keys(String... values) {
		Map<String, LocalizedText> keys = new LinkedHashMap<>();
		for (String value : values) {
			keys.put(value, LocalizedText.same(value.toUpperCase(Locale.ROOT)));
		}
		return keys;
	}

}
