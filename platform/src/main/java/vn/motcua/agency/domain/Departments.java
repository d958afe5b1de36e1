package vn.motcua.agency.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which agency does the work of a kind for a territory on a day. Procedures name the department of their day: the transport
 * departments (<i>Sở Giao thông vận tải</i>) went into those of construction on 01/03/2025, and the work with them.
 */
final class Departments {

	private Departments() {
	}

	static Optional<Period> of(AgencyTree tree, int territory, String kind, LocalDate on) {
		Optional<Period> itself = tree.working(territory, on).stream().filter(period -> period.kind().equals(kind)).findFirst();
		return itself.or(() -> Stream.concat(Stream.of(territory), before(tree, territory)).flatMap(place -> tree.everWorking(place, kind).stream())
			.flatMap(agency -> Recast.of(tree, agency, on).stream()).filter(period -> period.territory() == territory).findFirst());
	}

	/** Territories this one was formed from. */
	private static Stream<Integer> before(AgencyTree tree, int territory) {
		List<Succession> links = tree.cameFrom(territory);
		return links.stream().map(Succession::from);
	}

}
