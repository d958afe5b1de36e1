package vn.motcua.reporting.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.IndicatorCode;

/** SQL of the places in sheets. */
@Repository
class CellStore {

	private static final String OF_REGIME = """
			select place, indicator, breakdown, decimals, over_units, weight from reporting.cell where regime = ? order by place limit 2000""";

	private static final String SIZES = "select regime, count(*) as places from reporting.cell group by regime limit 10000";

	private static final String LOCK = "select pg_advisory_xact_lock(hashtext('reporting.cell'), ?)";

	private static final String INSERT = """
			insert into reporting.cell (regime, place, indicator, breakdown, decimals, over_units, weight) values (?, ?, ?, ?, ?, ?, ?)""";

	private final JdbcTemplate jdbc;

	CellStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	List<Cell> of(int regime) {
		return jdbc.query(OF_REGIME, (row, _) -> new Cell(row.getInt("place"), new IndicatorCode(row.getString("indicator")),
				new Breakdown(row.getString("breakdown")), row.getInt("decimals"), Aggregation.valueOf(row.getString("over_units")),
				(Integer) row.getObject("weight", Integer.class)), regime);
	}

	/** How many cells each regime has. */
	Map<Integer, Integer> sizes() {
		Map<Integer, Integer> sizes = new HashMap<>();
		jdbc.query(SIZES, row -> {
			sizes.put(row.getInt("regime"), row.getInt("places"));
		});
		return sizes;
	}

	/** One registration of a regime's cells at a time, until the transaction ends. */
	void lock(int regime) {
		jdbc.query(LOCK, row -> {
		}, regime);
	}

	void insert(int regime, List<Cell> cells) {
		jdbc.batchUpdate(INSERT, cells, 500, (statement, cell) -> {
			statement.setInt(1, regime);
			statement.setInt(2, cell.position());
			statement.setString(3, cell.indicator().value());
			statement.setString(4, cell.breakdown().value());
			statement.setInt(5, cell.decimals());
			statement.setString(6, cell.overUnits().name());
			statement.setObject(7, cell.weight(), java.sql.Types.SMALLINT);
		});
	}

}
