package vn.motcua.reporting;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.paging.Slice;

/** Reports that go to one agency: its clerks may enter them in place of those who owe them (<i>nhập thay</i>), and read what they say. */
public interface ReportsBelow {

	/**
	 * Those that still lie with their clerks, in the order of the agencies' numbers.
	 *
	 * @param gatherer the report of the agency that they go to; it need not owe one itself
	 * @throws vn.motcua.kernel.problem.ProblemException when the actor does not work for that agency
	 */
	Slice<Reports.Obligation> open(ReportAddress gatherer, Actor actor, int limit, @Nullable String after);

	/**
	 * Number under which reports go to an agency, for who may read all of them: its own people and those of the regime's owner.
	 *
	 * @throws vn.motcua.kernel.problem.ProblemException as if there were no such report, for anybody else
	 */
	int receiver(ReportAddress gatherer, Actor actor);

}
