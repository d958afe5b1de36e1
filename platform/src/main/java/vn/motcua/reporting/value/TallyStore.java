package vn.motcua.reporting.value;

import java.util.Collection;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import vn.motcua.reporting.SheetKey;

/** SQL of where reports are in the work, as totals count it. */
@Repository
class TallyStore {

	private static final String COUNT = """
			with named as (select * from unnest(?::int[], ?::date[], ?::int[]) as n (regime, period, agency)),
				queued as (insert into reporting.pending (regime, period, agency, tallies) select regime, period, agency, ? from named)
			insert into reporting.tally as t (regime, period, agency, tallies) select regime, period, agency, ? from named order by regime, period, agency
			on conflict (regime, period, agency) do update
				set tallies = array(select a + b from unnest(t.tallies, excluded.tallies) with ordinality as s (a, b, i) order by i)""";

	private final JdbcTemplate jdbc;

	TallyStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	void count(Collection<SheetKey> keys, short[] differences) {
		jdbc.update(COUNT, keys.stream().mapToInt(SheetKey::regime).toArray(), keys.stream().map(key -> key.period().toString()).toArray(String[]::new),
				keys.stream().mapToInt(key -> key.agency().value()).toArray(), differences, differences);
	}

}
