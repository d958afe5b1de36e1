package vn.motcua.dossier;

import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.LocalizedText;

/**
 * What a stranger who holds a result may know about it: that it is ours, who signed it when, and whether it still holds.
 *
 * @param result {@code revokedAt} tells since when it is void
 * @param revocationReason empty while it holds
 */
public record VerifiedResult(DossierCode code, LocalizedText serviceName, LocalizedText agencyName, String signerName, DossierView.ResultView result,
		String revocationReason) {
}
