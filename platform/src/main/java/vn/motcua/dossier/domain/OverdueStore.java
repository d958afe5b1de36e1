package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.OverdueDossiers;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;

/** SQL of what is overdue: the first of each status by the queue's index, merged, so that the size of the ledger does not matter. */
@Repository
class OverdueStore implements OverdueDossiers {

	private static final String OF_STATUS = "(select " + StateRow.COLUMNS + """
			\sfrom dossier.dossier where agency = ? and status = %d and due_at < ? and (due_at, code) > (?, ?) order by due_at, code limit ?)""";

	private static final String OVERDUE = OF_STATUS.formatted(2) + " union all " + OF_STATUS.formatted(4) + " order by due_at, code limit ?";

	private final JdbcTemplate jdbc;

	private final DossierViews views;

	private final Clock clock;

	OverdueStore(JdbcTemplate jdbc, DossierViews views, Clock clock) {
		this.jdbc = jdbc;
		this.views = views;
		this.clock = clock;
	}

	@Override
	public Slice<DossierSummary> ofAgency(AgencyId agency, Limit limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 2);
		Object from = EventRows.utc(place == null ? Instant.EPOCH : EventRows.moment(place.keys().get(0)));
		String code = place == null ? "" : place.keys().get(1);
		Object now = EventRows.utc(clock.instant());
		int most = limit.value() + 1;
		List<DossierState> rows = jdbc.query(OVERDUE, StateRow::read, agency.value(), now, from, code, most, agency.value(), now, from, code, most, most).stream()
			.map(StateRow::state).toList();
		return Slice.of(rows, limit.value(), state -> Cursor.of(state.moments().dueAt(), state.code())).map(views::summary);
	}

}
