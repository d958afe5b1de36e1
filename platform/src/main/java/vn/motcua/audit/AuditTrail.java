package vn.motcua.audit;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;

/**
 * The record of access: append-only. {@link #record} joins the caller's transaction, so what is not recorded did not
 * happen; rows are sealed into a hash chain in commit order moments later.
 */
public interface AuditTrail {

	void record(AccessRecord access);

	/** Who looked at the data of a person, newest first: what that person may see about themself, as {@link OwnObjects} say. */
	Slice<Entry> ofPerson(Actor person, Limit limit, @Nullable String after);

	/** Recomputes every digest of the chain. */
	Verification verify();

	/** @param agency name of the agency the actor acted for, {@code null} for none */
	record Entry(long number, Instant at, String actorName, UUID actorAccount, @Nullable Integer agency, AuditAction action,
			String object, String purpose) {
	}

	/**
	 * @param rows sealed rows that were read
	 * @param finding first thing that does not agree, {@code null} when all is as it was written
	 */
	record Verification(long rows, long unsealed, @Nullable String finding) {

		public boolean intact() {
			return finding == null;
		}

	}

}
