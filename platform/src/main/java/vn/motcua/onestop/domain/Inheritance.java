package vn.motcua.onestop.domain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.AgencyId;

/**
 * On the day an agency ends, its open work goes into the queue of the one that answers for it. Every step lies in one queue,
 * so that a queue reads one agency however many were merged into it.
 */
@Component
class Inheritance {

	private static final Logger LOG = LoggerFactory.getLogger(Inheritance.class);

	/** Jumps from agency to agency on the index of open steps; reads one row each. */
	private static final String WITH_WORK = """
			with recursive at_work as (
				(select agency from onestop.work_item where closed_at is null order by agency limit 1)
				union all
				select following.* from at_work, lateral (
					select w.agency from onestop.work_item w where w.closed_at is null and w.agency > at_work.agency order by w.agency limit 1) following)
			select agency from at_work""";

	private static final String HAND_OVER = "update onestop.work_item set agency = :to where agency = :from and closed_at is null";

	private final JdbcClient jdbc;

	private final ConsultationStore consultations;

	private final Stewards stewards;

	private final boolean work;

	Inheritance(JdbcClient jdbc, ConsultationStore consultations, Stewards stewards, @Value("${motcua.work}") boolean work) {
		this.jdbc = jdbc;
		this.consultations = consultations;
		this.stewards = stewards;
		this.work = work;
	}

	@Scheduled(initialDelay = 5_000, fixedDelay = 60_000)
	void everyMinute() {
		if (work) {
			try {
				handOver();
			}
			catch (DataAccessException later) {
				LOG.warn("onestop: handing work over put off: {}", later.getClass().getSimpleName());
			}
		}
	}

	/** Steps and questions that changed their queue. */
	int handOver() {
		int moved = 0;
		for (int from : jdbc.sql(WITH_WORK).query(Integer.class).list()) {
			int to = successor(from);
			moved += from == to ? 0 : jdbc.sql(HAND_OVER).param("from", from).param("to", to).update();
		}
		for (int from : consultations.asked()) {
			int to = successor(from);
			moved += from == to ? 0 : consultations.handOver(from, to);
		}
		return moved;
	}

	private int successor(int agency) {
		return stewards.of(new AgencyId(agency)).value();
	}

}
