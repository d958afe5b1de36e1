package vn.motcua.reporting.counted;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.reporting.CountedFigures;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.SheetKey;

/** SQL of what was counted last. */
@Repository
class CountedStore implements CountedFigures {

	private static final String FIND = "select places, amounts from reporting.counted_figure where regime = :regime and period = :period and agency = :agency";

	private static final String UNITS = "select agency from reporting.counted_figure where regime = :regime and period = :period order by agency limit 100000";

	private static final String PUT = """
			insert into reporting.counted_figure (regime, period, agency, places, amounts, counted_at) values (:regime, :period, :agency, :places, :amounts, :at)
			on conflict (regime, period, agency) do update set places = excluded.places, amounts = excluded.amounts, counted_at = excluded.counted_at
			""";

	private final JdbcClient jdbc;

	private final Regimes regimes;

	CountedStore(JdbcClient jdbc, Regimes regimes) {
		this.jdbc = jdbc;
		this.regimes = regimes;
	}

	@Override
	public Map<Integer, BigDecimal> of(SheetKey key) {
		if (regimes.find(Counting.REGIME).filter(regime -> regime.number() == key.regime()).isEmpty()) {
			return Map.of();
		}
		return jdbc.sql(FIND).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value()).query((row, _) -> {
			Number[] places = (Number[]) row.getArray("places").getArray();
			Long[] amounts = (Long[]) row.getArray("amounts").getArray();
			Map<Integer, BigDecimal> counts = new HashMap<>();
			for (int i = 0; i < places.length; i++) {
				counts.put(places[i].intValue(), BigDecimal.valueOf(amounts[i]));
			}
			return counts;
		}).optional().orElse(Map.of());
	}

	/** Those that something was counted for. */
	List<Integer> units(int regime, LocalDate period) {
		return jdbc.sql(UNITS).param("regime", regime).param("period", period).query(Integer.class).list();
	}

	/** @param counts by position */
	void put(SheetKey key, SortedMap<Integer, Long> counts, Instant at) {
		jdbc.sql(PUT).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value())
			.param("places", counts.keySet().stream().mapToInt(Integer::intValue).toArray()).param("amounts", counts.values().stream().mapToLong(Long::longValue).toArray())
			.param("at", at.atOffset(ZoneOffset.UTC)).update();
	}

}
