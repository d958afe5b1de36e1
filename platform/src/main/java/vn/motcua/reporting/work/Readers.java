package vn.motcua.reporting.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.motcua.identity.Accounts;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.reporting.AnsweredFor;

/** Who is told for an agency: people of the one that answers for it today, for many agencies in few questions. */
@Component
class Readers {

	/** What one question answers at most. */
	private static final int MOST = 200;

	private static final int AGENCIES_AT_ONCE = 50;

	private final Accounts accounts;

	private final AnsweredFor answered;

	Readers(Accounts accounts, AnsweredFor answered) {
		this.accounts = accounts;
		this.answered = answered;
	}

	List<UUID> of(Permission permission, AgencyId agency) {
		List<AgencyId> answering = answered.today(agency);
		return answering.isEmpty() ? List.of() : accounts.officers(permission, answering);
	}

	/** Agencies for which nobody may are left out. */
	Map<AgencyId, List<UUID>> of(Permission permission, Collection<AgencyId> agencies) {
		Map<AgencyId, List<AgencyId>> answering = new HashMap<>();
		agencies.forEach(agency -> answering.computeIfAbsent(agency, answered::today));
		Map<AgencyId, List<UUID>> there = at(permission, answering.values().stream().flatMap(List::stream).distinct().toList());
		Map<AgencyId, List<UUID>> readers = new HashMap<>();
		answering.forEach((agency, heirs) -> {
			List<UUID> told = heirs.stream().flatMap(heir -> there.getOrDefault(heir, List.of()).stream()).distinct().toList();
			if (!told.isEmpty()) {
				readers.put(agency, told);
			}
		});
		return readers;
	}

	private Map<AgencyId, List<UUID>> at(Permission permission, List<AgencyId> all) {
		Map<AgencyId, List<UUID>> readers = new HashMap<>();
		for (int from = 0; from < all.size(); from += AGENCIES_AT_ONCE) {
			add(readers, permission, all.subList(from, Math.min(all.size(), from + AGENCIES_AT_ONCE)));
		}
		return readers;
	}

	private void add(Map<AgencyId, List<UUID>> readers, Permission permission, List<AgencyId> some) {
		List<UUID> officers = accounts.officers(permission, some);
		if (officers.isEmpty()) {
			return;
		}
		if (officers.size() == MOST || some.size() == 1) {
			some.forEach(agency -> readers.put(agency, accounts.officers(permission, List.of(agency))));
			return;
		}
		for (UUID officer : officers) {
			for (AgencyId agency : accounts.agencies(officer)) {
				if (some.contains(agency) && accounts.actor(officer, agency).may(permission)) {
					readers.computeIfAbsent(agency, _ -> new ArrayList<>()).add(officer);
				}
			}
		}
	}

}
