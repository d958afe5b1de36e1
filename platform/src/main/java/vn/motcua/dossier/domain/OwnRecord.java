package vn.motcua.dossier.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.motcua.audit.OwnObjects;
import vn.motcua.kernel.Actor;

/** An account whose number nobody has checked sees who looked at the dossiers it handed in itself, and no others of that number. */
@Component
class OwnRecord implements OwnObjects {

	private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

	private static final int MOST = 200;

	private final Reach reach;

	private final LedgerStore store;

	OwnRecord(Reach reach, LedgerStore store) {
		this.reach = reach;
		this.store = store;
	}

	@Override
	public Optional<List<String>> only(Actor person) {
		if (reach.proven(person)) {
			return Optional.empty();
		}
		String subject = person.subject() == null ? "" : person.subject();
		return Optional.of(store.ofApplicant(subject, person.account(), MOST, LATEST, "").stream().map(state -> state.code().value()).toList());
	}

}
