package vn.motcua.agency.importing;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import vn.motcua.agency.domain.Period;
import vn.motcua.agency.domain.Succession;

/** Writes the steps of an import, in batches, inside the transaction of its caller. */
@Repository
class TreeWriter {

	/** Longest form of a code by QCVN 102; a code of Decision 20 never has this form. */
	private static final String QCVN102_FORM = "\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Y]\\d{2}";

	private static final String LOCK = "select version from agency.tree_state for update";

	private static final String COUNT_UP = "update agency.tree_state set version = version + 1, changed_at = ?";

	private static final String NUMBERS = "select nextval('agency.unit_number') from generate_series(1, ?)";

	private static final String UNIT = "insert into agency.unit (id, level, origin) values (?, ?, 'imported')";

	private static final String TOUCH = "update agency.unit set origin = 'imported' where id = ?";

	private static final String PERIOD = """
			insert into agency.period (unit, valid_from, valid_until, kind, name, name_en, code, parent, territory, from_sure, until_sure)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			on conflict (unit, valid_from) do update set valid_until = excluded.valid_until, kind = excluded.kind, name = excluded.name,
				name_en = excluded.name_en, code = excluded.code, parent = excluded.parent, territory = excluded.territory,
				from_sure = excluded.from_sure, until_sure = excluded.until_sure""";

	private static final String END = "update agency.period set valid_until = ?, until_sure = 'exact' where unit = ? and valid_from = ?";

	private static final String END_CODE = """
			update agency.exchange_code set valid_until = ? where unit = ? and valid_from < ? and (valid_until is null or valid_until > ?)""";

	private static final String DROP_CODE = "delete from agency.exchange_code where unit = ? and valid_from >= ?";

	private static final String CODE = """
			insert into agency.exchange_code (unit, scheme, code, valid_from, valid_until, verified) values (?, ?, ?, ?, null, true)
			on conflict (unit, scheme, valid_from) do update set code = excluded.code, valid_until = null, verified = true""";

	private static final String SUCCESSION = """
			insert into agency.succession (from_unit, to_unit, on_day, kind, share, sure, origin) values (?, ?, ?, ?, ?, 'exact', 'imported')
			on conflict (from_unit, to_unit) do update set on_day = excluded.on_day, kind = excluded.kind, share = excluded.share, sure = 'exact',
				origin = 'imported'""";

	private final JdbcTemplate jdbc;

	TreeWriter(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Makes other imports wait and answers the version of the tree. */
	long lock() {
		return jdbc.queryForObject(LOCK, Long.class);
	}

	void write(List<Step> steps, LocalDate on, Instant at) {
		Batches batches = new Batches(numbers(steps), on);
		steps.forEach(batches::take);
		batches.rows.forEach((sql, rows) -> jdbc.batchUpdate(sql, rows));
		jdbc.update(COUNT_UP, Timestamp.from(at));
	}

	private Map<Integer, Integer> numbers(List<Step> steps) {
		List<Integer> founded = steps.stream().filter(Step.Found.class::isInstance).map(step -> ((Step.Found) step).period().unit()).toList();
		List<Integer> numbers = jdbc.queryForList(NUMBERS, Integer.class, founded.size());
		Map<Integer, Integer> numberOf = new HashMap<>();
		for (int at = 0; at < founded.size(); at++) {
			numberOf.put(founded.get(at), numbers.get(at));
		}
		return numberOf;
	}

	/** Rows of every statement, the statements in the order in which they have to run. */
	private static final class Batches {

		private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();

		private final Map<Integer, Integer> numbers;

		private final LocalDate on;

		Batches(Map<Integer, Integer> numbers, LocalDate on) {
			this.numbers = numbers;
			this.on = on;
			List.of(UNIT, TOUCH, END, PERIOD, END_CODE, DROP_CODE, CODE, SUCCESSION).forEach(sql -> rows.put(sql, new ArrayList<>()));
		}

		void take(Step step) {
			switch (step) {
				case Step.Found found -> {
					add(UNIT, number(found.period().unit()), word(found.period().level()));
					period(found.period());
					if (found.exchangeCode() != null) {
						code(found.period().unit(), found.exchangeCode());
					}
				}
				case Step.Alter alter -> {
					end(alter.before());
					period(alter.after());
				}
				case Step.Recode recode -> {
					add(TOUCH, recode.unit());
					endCodes(recode.unit());
					code(recode.unit(), recode.exchangeCode());
				}
				case Step.End end -> {
					end(end.before());
					endCodes(end.before().unit());
				}
				case Step.Succeed succeed -> succession(succeed.succession());
			}
		}

		private void period(Period period) {
			add(PERIOD, number(period.unit()), period.from(), period.until(), period.kind(), period.name(), period.nameEn(), period.code(),
					number(period.parent()), number(period.territory()), word(period.fromSure()), word(period.untilSure()));
		}

		private void end(Period before) {
			add(TOUCH, before.unit());
			if (before.from().isBefore(on)) {
				add(END, on, before.unit(), before.from());
			}
		}

		private void endCodes(int unit) {
			add(END_CODE, on, unit, on, on);
			add(DROP_CODE, unit, on);
		}

		private void code(int unit, String code) {
			add(CODE, number(unit), code.matches(QCVN102_FORM) ? "qcvn102" : "decision20", code, on);
		}

		private void succession(Succession link) {
			add(SUCCESSION, link.from(), number(link.to()), link.on(), word(link.kind()), word(link.share()));
		}

		private void add(String sql, Object... values) {
			rows.get(sql).add(values);
		}

		private Integer number(int unit) {
			return unit == 0 ? null : numbers.getOrDefault(unit, unit);
		}

		private static String word(Enum<?> value) {
			return value.name().toLowerCase(Locale.ROOT);
		}

	}

}
