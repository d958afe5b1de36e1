package vn.motcua.dossier.domain;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.motcua.catalogue.Abolition;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.domain.DraftStore.Begun;
import vn.motcua.kernel.ProcedureCode;

/** Finds the drafts that a publication or a new day left behind, so that applicants hear of it without coming back first. */
@Component
@ConditionalOnBooleanProperty("motcua.work")
class DraftSweep {

	private static final Logger LOG = LoggerFactory.getLogger(DraftSweep.class);

	private static final int MOST_AT_ONCE = 500;

	private final DraftStore store;

	private final DraftRebasing rebasing;

	private final Catalogue catalogue;

	DraftSweep(DraftStore store, DraftRebasing rebasing, Catalogue catalogue) {
		this.store = store;
		this.rebasing = rebasing;
		this.catalogue = catalogue;
	}

	@Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
	void sweep() {
		for (DraftStore.Version version : store.versionsOfOpenDrafts()) {
			Optional<Abolition> abolition = catalogue.abolition(new ProcedureCode(version.service()));
			if (rebasing.stale(version.service(), version.serviceVersion())) {
				for (Begun begun : store.on(version, MOST_AT_ONCE)) {
					move(begun);
				}
			}
			else if (abolition.isPresent()) {
				store.untold(version, abolition.get().id(), MOST_AT_ONCE).forEach(begun -> rebasing.tellAbolition(begun.id(), begun.account(), abolition.get()));
			}
		}
	}

	/** One draft that cannot be moved does not hold up the others; its owner sees the refusal on opening it. */
	private void move(Begun begun) {
		try {
			store.find(begun.id(), begun.account()).ifPresent(draft -> rebasing.current(draft, begun.account()));
		}
		catch (RuntimeException failed) {
			LOG.warn("Draft {} was not moved to the version in force: {}", begun.id(), failed.getClass().getSimpleName());
		}
	}

}
