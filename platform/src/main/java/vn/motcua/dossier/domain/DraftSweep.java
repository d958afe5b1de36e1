package vn.motcua.dossier.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.motcua.catalogue.Abolition;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.domain.DraftStore.Begun;
import vn.motcua.dossier.domain.DraftStore.Version;
import vn.motcua.kernel.ProcedureCode;

/** Finds the drafts that a publication or a new day left behind, so that applicants hear of it without coming back first. */
@Component
@ConditionalOnBooleanProperty("motcua.work")
class DraftSweep {

	private static final Logger LOG = LoggerFactory.getLogger(DraftSweep.class);

	private static final int MOST_AT_ONCE = 500;

	private static final UUID BEGINNING = new UUID(0, 0);

	private final DraftStore store;

	private final DraftRebasing rebasing;

	private final Catalogue catalogue;

	/** The last draft of a version that was looked at; none after the last one. */
	private final Map<Version, UUID> places = new HashMap<>();

	DraftSweep(DraftStore store, DraftRebasing rebasing, Catalogue catalogue) {
		this.store = store;
		this.rebasing = rebasing;
		this.catalogue = catalogue;
	}

	@Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
	synchronized void sweep() {
		List<Version> versions = store.versionsOfOpenDrafts();
		places.keySet().retainAll(Set.copyOf(versions));
		for (Version version : versions) {
			UUID after = places.getOrDefault(version, BEGINNING);
			Optional<Abolition> abolition = catalogue.abolition(new ProcedureCode(version.service()));
			if (rebasing.stale(version.service(), version.serviceVersion())) {
				each(version, store.on(version, after, MOST_AT_ONCE), this::move);
			}
			else if (abolition.isPresent()) {
				each(version, store.untold(version, abolition.get().id(), after, MOST_AT_ONCE), begun -> rebasing.tellAbolition(begun.id(), begun.account(), abolition.get()));
			}
		}
	}

	/** One draft that cannot be moved does not hold up the others, here or behind it; its owner sees the refusal on opening it. */
	private void each(Version version, List<Begun> drafts, Consumer<Begun> act) {
		for (Begun begun : drafts) {
			try {
				act.accept(begun);
			}
			catch (RuntimeException failed) {
				LOG.warn("Draft {} was not brought up to date with its service: {}", begun.id(), failed.getClass().getSimpleName());
			}
		}
		if (drafts.size() == MOST_AT_ONCE) {
			places.put(version, drafts.getLast().id());
		}
		else {
			places.remove(version);
		}
	}

	private void move(Begun begun) {
		store.find(begun.id(), begun.account()).ifPresent(draft -> rebasing.current(draft, begun.account()));
	}

}
