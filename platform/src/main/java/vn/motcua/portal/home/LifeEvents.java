package vn.motcua.portal.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.site.Page;

/** Groups of services by what happens in a life or a business (<i>nhóm sự kiện</i>); an event without a service is not shown. */
@Component
class LifeEvents {

	/** In the order people meet them; words under {@code portal.life.<key>}. */
	private static final List<String> CITIZEN = List.of("having-a-child", "study", "work", "residence-and-papers", "marriage-and-family",
			"housing-land-electricity", "health", "vehicles-and-drivers", "retirement", "death-of-a-relative", "disputes");

	private static final List<String> ENTERPRISE = List.of("starting-a-business", "labour-and-insurance", "company-finance",
			"electricity-land-construction", "trade-and-advertising", "intellectual-property", "branches",
			"bidding", "restructuring", "contract-disputes", "closing-a-business");

	private final Catalogue catalogue;

	private final Clock clock;

	LifeEvents(Catalogue catalogue, Clock clock) {
		this.catalogue = catalogue;
		this.clock = clock;
	}

	LifeEventGroups groups() {
		Map<String, Integer> services = new LinkedHashMap<>();
		for (ServiceVersion service : catalogue.all(LocalDate.now(clock.withZone(Page.ZONE)))) {
			service.lifeEvents().forEach(event -> services.merge(event, 1, Integer::sum));
		}
		return new LifeEventGroups(of(CITIZEN, services), of(ENTERPRISE, services));
	}

	private static List<LifeEventGroups.LifeEvent> of(List<String> keys, Map<String, Integer> services) {
		List<LifeEventGroups.LifeEvent> events = new ArrayList<>();
		keys.stream().filter(services::containsKey).forEach(key -> events.add(new LifeEventGroups.LifeEvent(key, services.get(key))));
		return events;
	}

}
