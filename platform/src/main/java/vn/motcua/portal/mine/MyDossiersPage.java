package vn.motcua.portal.mine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.kernel.LocalizedText;

/**
 * A person's drafts and dossiers.
 *
 * @param signings drafts of others that wait for this person's signature or have it; only on the first page
 * @param drafts open drafts, newest first; only on the first page
 * @param next place of the next page, {@code null} on the last
 */
public record MyDossiersPage(List<SigningCard> signings, List<DraftCard> drafts, List<DossierSummary> dossiers, @Nullable String next, boolean firstPage, Instant now) {

	public record DraftCard(UUID id, LocalizedText service, Instant savedAt) {
	}

	/** Somebody else's draft that this person signs a part of. */
	public record SigningCard(UUID id, LocalizedText service, String applicant, boolean signed) {
	}

	public boolean nothing() {
		return firstPage && signings.isEmpty() && drafts.isEmpty() && dossiers.isEmpty();
	}

}
