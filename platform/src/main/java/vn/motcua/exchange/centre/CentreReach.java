package vn.motcua.exchange.centre;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.site.Page;

/** Whose dossiers go to the centre: those of the agencies that were named and of all under them. */
@Component
@ConditionalOnProperty("motcua.centre.url")
class CentreReach {

	private static final int MOST_KNOWN = 50_000;

	private final CentreSettings settings;

	private final Agencies agencies;

	private final Clock clock;

	private final Map<String, Boolean> known = new ConcurrentHashMap<>();

	private volatile LocalDate knownOn = LocalDate.MIN;

	CentreReach(CentreSettings settings, Agencies agencies, Clock clock) {
		this.settings = settings;
		this.agencies = agencies;
		this.clock = clock;
		for (String code : settings.agencies()) {
			if (find(code, today()).isEmpty()) {
				throw new IllegalStateException("MOTCUA_CENTRE_AGENCIES names no agency of today: " + code);
			}
		}
	}

	/** @param code agency in a dossier's code */
	boolean covers(String code) {
		LocalDate today = today();
		if (!today.equals(knownOn) || known.size() > MOST_KNOWN) {
			known.clear();
			knownOn = today;
		}
		return known.computeIfAbsent(code, asked -> asked(asked, today));
	}

	private boolean asked(String code, LocalDate today) {
		return find(code, today).stream().flatMap(agency -> agencies.withAncestors(agency.id(), today).stream())
			.anyMatch(unit -> settings.agencies().stream().anyMatch(named -> find(named, today).filter(one -> one.id().equals(unit.id())).isPresent()));
	}

	private Optional<Agency> find(String code, LocalDate day) {
		return agencies.findByExchangeCode(code, day);
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
