package vn.motcua.agency.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.agency.Agency.Level;

/** Reads the whole tree; nothing here is asked per lookup. */
@Repository
class TreeStore {

	private static final String VERSION = "select version from agency.tree_state";

	private static final String PERIODS = """
			select p.unit, u.level, p.kind, p.name, p.name_en, p.code, p.parent, p.territory, p.valid_from, p.valid_until, p.from_sure, p.until_sure
			from agency.period p join agency.unit u on u.id = p.unit
			order by p.unit, p.valid_from""";

	private static final String SUCCESSIONS = """
			select from_unit, to_unit, on_day, kind, share, sure from agency.succession order by from_unit, to_unit""";

	private static final String CODES = """
			select unit, scheme, code, valid_from, valid_until, verified from agency.exchange_code
			order by unit, valid_from, scheme""";

	private final JdbcClient jdbc;

	TreeStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long version() {
		return jdbc.sql(VERSION).query(Long.class).single();
	}

	/** Reads the version first: a change meanwhile is then seen as one and read again. */
	AgencyTree read() {
		long version = version();
		Shared shared = new Shared();
		List<Period> periods = jdbc.sql(PERIODS).query((row, number) -> shared.period(row)).list();
		List<Succession> successions = jdbc.sql(SUCCESSIONS).query((row, number) -> shared.succession(row)).list();
		List<ExchangeCode> codes = jdbc.sql(CODES).query((row, number) -> shared.code(row)).list();
		return AgencyTree.of(version, periods, successions, codes);
	}

	/** Thousands of rows share a few days and kinds: each is kept once. */
	private static final class Shared {

		private final Map<Object, Object> values = new HashMap<>();

		Period period(ResultSet row) throws SQLException {
			return new Period(row.getInt(1), word(Level.class, row.getString(2)), once(row.getString(3)), once(row.getString(4)),
					maybe(row.getString(5)), row.getString(6), row.getInt(7), row.getInt(8), once(day(row, 9)), maybe(day(row, 10)),
					word(Sureness.class, row.getString(11)), word(Sureness.class, row.getString(12)));
		}

		Succession succession(ResultSet row) throws SQLException {
			return new Succession(row.getInt(1), row.getInt(2), once(day(row, 3)), word(Succession.Kind.class, row.getString(4)),
					word(Succession.Share.class, row.getString(5)), word(Sureness.class, row.getString(6)));
		}

		ExchangeCode code(ResultSet row) throws SQLException {
			return new ExchangeCode(row.getInt(1), word(ExchangeCode.Scheme.class, row.getString(2)), row.getString(3), once(day(row, 4)),
					maybe(day(row, 5)), row.getBoolean(6));
		}

		private <T> @Nullable T maybe(@Nullable T value) {
			return value == null ? null : once(value);
		}

		@SuppressWarnings("unchecked")
		private <T> T once(T value) {
			return (T) values.computeIfAbsent(value, same -> same);
		}

		private static LocalDate day(ResultSet row, int column) throws SQLException {
			return row.getObject(column, LocalDate.class);
		}

		private static <E extends Enum<E>> E word(Class<E> type, String text) {
			return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
		}

	}

}
