package vn.motcua.portal.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.LifeEvent;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.site.Page;

/** Groups of services by what happens in a life or a business (<i>nhóm sự kiện</i>); an event without a service is not shown. */
@Component
class LifeEvents {

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
		return new LifeEventGroups(of(ServiceVersion.Audience.CITIZEN, services), of(ServiceVersion.Audience.ENTERPRISE, services));
	}

	/** In the catalogue's order; words under {@code portal.life.<id>}. */
	private static List<LifeEventGroups.LifeEvent> of(ServiceVersion.Audience audience, Map<String, Integer> services) {
		return LifeEvent.all().stream().filter(event -> event.audience() == audience && services.containsKey(event.id()))
			.map(event -> new LifeEventGroups.LifeEvent(event.id(), services.get(event.id()))).toList();
	}

}
