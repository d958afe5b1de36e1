package vn.motcua.onestop.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Where a page of the queue ended: a moment to the microsecond, as the database keeps it, and an id. */
final class QueuePlace {

	private QueuePlace() {
	}

	static Cursor of(Instant at, String id) {
		return Cursor.of(at, id);
	}

	static Instant moment(Cursor place) {
		try {
			Instant moment = Instant.parse(place.keys().getFirst());
			if (moment.isAfter(Instant.parse("1970-01-01T00:00:00Z")) && moment.isBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
				return moment;
			}
		}
		catch (DateTimeException notAMoment) {
			// refused below
		}
		throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/after", "common.cursor")));
	}

}
