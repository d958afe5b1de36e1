package vn.motcua.exchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an agency's system called and sent, and what of it was rejected, for that system and its agency to see. */
public interface SyncCalls {

	/**
	 * Newest first, from below a number.
	 * @param all every call; else only batches that were recorded
	 */
	List<SyncCall> calls(UUID sender, boolean all, int limit, long before);

	/** A call of that sender. */
	Optional<SyncCall> call(UUID sender, long number);

	/** Newest first, from below a place; kept for 30 days. */
	List<SyncRejection> rejections(UUID sender, int limit, long beforeCall, int beforeLine);

}
