package vn.motcua.reporting.counted;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.site.Page;

/** The row of the form that a procedure belongs to: the group its field's code begins with, or the row of other fields. */
@Component
class ProcedureFields {

	static final String OTHER = "KHAC";

	private final Catalogue catalogue;

	private final Clock clock;

	ProcedureFields(Catalogue catalogue, Clock clock) {
		this.catalogue = catalogue;
		this.clock = clock;
	}

	/** Groups by procedure, of services in force on a day, and of those in force now where the day knew none. */
	Map<String, String> on(LocalDate day) {
		Map<String, String> groups = new HashMap<>();
		for (LocalDate each : List.of(LocalDate.now(clock.withZone(Page.ZONE)), day)) {
			for (ServiceVersion service : catalogue.all(each)) {
				groups.put(service.code().value(), service.field().code().split("-", 2)[0]);
			}
		}
		return groups;
	}

	/** @param rows groups the form has rows for */
	static String row(Map<String, String> groups, String procedure, List<String> rows) {
		String group = groups.getOrDefault(procedure, OTHER);
		return rows.contains(group) ? group : OTHER;
	}

}
