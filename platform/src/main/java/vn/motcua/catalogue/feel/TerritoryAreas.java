package vn.motcua.catalogue.feel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;

/**
 * The area of a place by the tree of units. Every provincial seat of 2020 is a provincial city, so towns need no list.
 * Since 01/07/2025 there are no districts; a place given without one is judged by its province alone (unverified).
 */
public final class TerritoryAreas implements AreaRule {

	/** Last day of the three-level tree (Resolution 203/2025/QH15). */
	private static final LocalDate LAST_DAY_OF_DISTRICTS = LocalDate.of(2025, 6, 30);

	private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private final Agencies agencies;

	private final Clock clock;

	public TerritoryAreas(Agencies agencies, Clock clock) {
		this.agencies = agencies;
		this.clock = clock;
	}

	@Override
	public boolean higher(@Nullable String province, @Nullable String district) {
		LocalDate on = LocalDate.now(clock.withZone(ZONE));
		if (district != null && on.isAfter(LAST_DAY_OF_DISTRICTS)) {
			on = LAST_DAY_OF_DISTRICTS;
		}
		return is(Agency.Level.PROVINCE, province, "thanh-pho-trung-uong", on) || is(Agency.Level.DISTRICT, district, "thanh-pho", on);
	}

	private boolean is(Agency.Level level, @Nullable String code, String kind, LocalDate on) {
		Optional<Agency> unit = code == null ? Optional.empty() : agencies.findByCode(level, code, on);
		return unit.isPresent() && unit.get().kind().equals(kind);
	}

}
