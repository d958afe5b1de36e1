package vn.motcua.catalogue;

import java.time.Instant;
import java.time.LocalDate;

import vn.motcua.kernel.ProcedureCode;

/**
 * The end of a service (<i>bãi bỏ</i>): from a day on no new dossier is taken in, started ones end by their version.
 *
 * @param lastVersion number of the newest version that ends with it
 * @param from first day without the service
 */
public record Abolition(long id, ProcedureCode code, long lastVersion, LocalDate from, PublicationDecision decision, Instant abolishedAt,
		String approverName) {

	/** Whether it closes this version on a day. */
	public boolean closes(long versionId, LocalDate on) {
		return versionId <= lastVersion && !on.isBefore(from);
	}

}
