package vn.motcua.exchange;

import java.util.List;

import vn.motcua.kernel.Actor;

/** What an agency's system sent, and what of it was rejected, for that system to see. */
public interface SyncCalls {

	/** Newest first, from below a number. */
	List<SyncCall> calls(Actor sender, int limit, long before);

	/** Newest first, from below a place; kept for 30 days. */
	List<SyncRejection> rejections(Actor sender, int limit, long beforeCall, int beforeLine);

}
