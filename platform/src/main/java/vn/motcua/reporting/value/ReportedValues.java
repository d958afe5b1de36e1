package vn.motcua.reporting.value;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import vn.motcua.reporting.Cell;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.ValueSource;

/** The values of one report with the entry that each came by, from the entries themselves. */
@Repository
class ReportedValues {

	private static final String VALUES = """
			select place, amount, version, source, at from (
				select distinct on (c.place) c.place, c.amount, e.version, e.source, e.at from reporting.entry e, unnest(e.places, e.amounts) as c(place, amount)
				where e.regime = ? and e.period = ? and e.agency = ? order by c.place, e.version desc) as latest
			where amount <> ? order by place""";

	private final JdbcTemplate jdbc;

	private final StoredCells cells;

	ReportedValues(JdbcTemplate jdbc, StoredCells cells) {
		this.jdbc = jdbc;
		this.cells = cells;
	}

	/** By place; cells without a value are not among them. */
	List<ReportedValue> of(SheetKey key) {
		return jdbc.query(VALUES, (row, _) -> {
			cells.look(key.regime(), row.getInt("place"));
			Cell cell = cells.of(key.regime()).get(row.getInt("place"));
			return new ReportedValue(cell.indicator(), cell.breakdown(), BigDecimal.valueOf(row.getLong("amount"), cell.decimals()), ValueSource.valueOf(row.getString("source")),
					row.getInt("version"), row.getObject("at", OffsetDateTime.class).toInstant());
		}, key.regime(), key.period(), key.agency().value(), Amounts.EMPTY);
	}

}
