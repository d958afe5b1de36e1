package vn.motcua.onestop.web;

import java.util.List;
import java.util.Map;

import vn.motcua.kernel.AgencyId;
import vn.motcua.onestop.DeskQueue;
import vn.motcua.onestop.WorkQueue;

/** The queues of the agency an officer acts for, with what lies in them. */
public record DeskQueues(AgencyId agency, Map<DeskQueue, WorkQueue.Count> counts, WorkQueue.Counts totals, WorkQueue.Count asked) {

	/** A count as people read it: 999+ where counting stopped. */
	public static String words(int count) {
		return count >= WorkQueue.MOST_COUNTED ? (WorkQueue.MOST_COUNTED - 1) + "+" : String.valueOf(count);
	}

	public List<DeskQueue> queues() {
		return List.of(DeskQueue.values());
	}

}
