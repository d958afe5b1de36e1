package vn.motcua.exchange.reconciliation;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.LedgerDigests.Part;
import vn.motcua.kernel.AgencyId;

/**
 * A day of which an agency's system and the ledger did not hold the same.
 *
 * @param agency agency part of the dossier codes
 * @param theirs what the sender said last
 * @param ours what the ledger held when it was compared last
 * @param healedAt since when both hold the same, {@code null} while they do not
 */
public record Difference(String agency, AgencyId agencyId, LocalDate day, String sender, Instant statedAt, Part theirs, Part ours, Instant comparedAt,
		Instant since, @Nullable Instant healedAt) {

	public boolean open() {
		return healedAt == null;
	}

}
