package vn.motcua.onestop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;

/** The officers' queues of one agency. Every list and every count costs the same whether ten thousand or a million dossiers lie there. */
public interface WorkQueue {

	/** Counts stop here: a queue that shows this number holds at least as many. */
	int MOST_COUNTED = 1000;

	Slice<WorkItem> items(AgencyId agency, Query query, Limit limit, @Nullable String after);

	Map<DeskQueue, Count> counts(AgencyId agency, Instant now);

	Counts totals(AgencyId agency, UUID officer, Instant now);

	/** Steps nobody took in time: no owner, and the deadline has passed. Longest waiting first. */
	Slice<WorkItem> stuck(AgencyId agency, Instant now, Limit limit, @Nullable String after);

	/** Service codes in the agency's queues with their names, at most 50. */
	List<ServiceName> services(AgencyId agency);

	enum Sort {
		DUE, NEWEST
	}

	/**
	 * @param queue {@code null} for all
	 * @param owner only what this officer holds
	 * @param service only this procedure
	 * @param typed a dossier code, or how an applicant's name begins
	 * @param dueBefore only what is due before
	 */
	record Query(@Nullable DeskQueue queue, @Nullable UUID owner, @Nullable String service, @Nullable String typed, @Nullable Instant dueBefore, Sort sort) {

		public static Query of(DeskQueue queue) {
			return new Query(queue, null, null, null, null, Sort.DUE);
		}

	}

	/** @param late of these, past their deadline */
	record Count(int all, int late) {
	}

	/** @param mine what the officer holds @param overdue past its deadline and not paused @param stuck overdue and held by nobody */
	record Counts(int mine, int overdue, int stuck) {
	}

	record ServiceName(String code, vn.motcua.kernel.LocalizedText name) {
	}

}
