package vn.motcua.catalogue.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.search.Searchable;

/** What search looks through of a service, and the names of places people put beside it. */
@Component
class SearchableServices {

	private final Agencies agencies;

	SearchableServices(Agencies agencies) {
		this.agencies = agencies;
	}

	Searchable of(ServiceVersion service, LocalDate on, long use) {
		String ministry = agencies.findByExchangeCode(service.ministry(), on).map(agency -> agency.fullName().vi() + " " + agency.fullName().en()).orElse("");
		return Searchable.of(service, ministry, use);
	}

	/** Provinces of the day and of 2020, whose names people still use. */
	List<String> places(LocalDate on) {
		List<String> places = new ArrayList<>();
		for (LocalDate day : List.of(on, LocalDate.of(2020, 8, 19))) {
			agencies.all(Agency.Level.PROVINCE, day).forEach(province -> places.add(province.name().vi()));
		}
		return places.stream().distinct().toList();
	}

}
