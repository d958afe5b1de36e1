package vn.motcua.portal.home;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.kernel.LocalizedText;

/**
 * The way in.
 *
 * @param drafts what a signed-in person has begun, newest first
 * @param waiting dossiers that wait for them
 * @param opensAt when agencies open again, {@code null} while they are open
 */
public record HomePage(LifeEventGroups lifeEvents, Figures figures, List<Begun> drafts, List<DossierSummary> waiting,
		@Nullable Instant opensAt, Instant now) {

	public record Begun(UUID id, LocalizedText service, Instant savedAt) {
	}

	public boolean leftOff() {
		return !drafts.isEmpty() || !waiting.isEmpty();
	}

}
