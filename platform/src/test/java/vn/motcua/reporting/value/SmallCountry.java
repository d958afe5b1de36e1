package vn.motcua.reporting.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import vn.motcua.kernel.AgencyId;

/** A small country beside the real one, of any shape, whose tree of past days changes by chance. */
final class SmallCountry {

	private static final int FIRST_UNIT = 9_000_000;

	private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

	private final ReportFixture fixture;

	private final Random random;

	private final List<Integer> units = new ArrayList<>();

	private final List<Integer> provinces = new ArrayList<>();

	private final List<Integer> districts = new ArrayList<>();

	private final List<Integer> communes = new ArrayList<>();

	SmallCountry(ReportFixture fixture, Random random) {
		this.fixture = fixture;
		this.random = random;
		plant();
	}

	List<Integer> units() {
		return units;
	}

	/** Provinces with and without departments and districts, and a ministry, which stands under nobody. */
	private void plant() {
		unit("ministry", null);
		for (int province = 2 + random.nextInt(3); province > 0; province--) {
			int above = unit("province", null);
			provinces.add(above);
			for (int department = random.nextInt(3); department > 0; department--) {
				unit("department", above);
			}
			for (int commune = random.nextInt(3); commune > 0; commune--) {
				communes.add(unit("commune", above));
			}
			for (int district = 2 + random.nextInt(2); district > 0; district--) {
				int middle = unit("district", above);
				districts.add(middle);
				for (int commune = 2 + random.nextInt(3); commune > 0; commune--) {
					communes.add(unit("commune", middle));
				}
			}
		}
		refreshTree();
	}

	private int unit(String level, Integer parent) {
		int number = FIRST_UNIT + units.size();
		fixture.jdbc().update("insert into agency.unit (id, level, origin) values (?, ?, 'imported')", number, level);
		period(number, BEGINNING, parent);
		units.add(number);
		return number;
	}

	private void period(int unit, LocalDate from, Integer parent) {
		fixture.jdbc().update("""
				insert into agency.period (unit, valid_from, kind, name, parent, from_sure, until_sure) values (?, ?, 'test', 'Đơn vị', ?, 'exact', 'open')""", unit, from, parent);
	}

	/** In the middle of the months something moves, ends or is taken in by another; or what was known of it from the beginning was wrong. */
	synchronized void change() {
		LocalDate on = LocalDate.of(2022, 1 + random.nextInt(4), 1 + random.nextInt(28));
		int commune = any(communes);
		switch (random.nextInt(6)) {
			case 0 -> wasAlways(commune, any(districts));
			case 1 -> moves(commune, on, any(random.nextBoolean() ? districts : provinces));
			case 2 -> ends(commune, on);
			case 3 -> moves(any(districts), on, any(provinces));
			case 4 -> takenIn(any(districts), on, any(districts));
			default -> takenIn(any(provinces), on, any(provinces));
		}
		refreshTree();
		assertThat(fixture.agencies().withAncestors(new AgencyId(commune), on)).isNotEmpty();
	}

	private int any(List<Integer> some) {
		return some.get(random.nextInt(some.size()));
	}

	private void wasAlways(int unit, int parent) {
		fixture.jdbc().update("delete from agency.period where unit = ? and valid_from > ?", unit, BEGINNING);
		fixture.jdbc().update("update agency.period set parent = ?, valid_until = null where unit = ?", parent, unit);
	}

	/** What it was from that day on is forgotten. */
	private void moves(int unit, LocalDate on, int parent) {
		ends(unit, on);
		period(unit, on, parent);
	}

	private void ends(int unit, LocalDate on) {
		fixture.jdbc().update("delete from agency.period where unit = ? and valid_from >= ?", unit, on);
		fixture.jdbc().update("update agency.period set valid_until = ? where unit = ? and (valid_until is null or valid_until > ?)", on, unit, on);
	}

	/** All that stands under it on that day stands under the other from then on. */
	private void takenIn(int unit, LocalDate on, int other) {
		if (unit == other) {
			return;
		}
		List<Integer> below = fixture.jdbc().queryForList("select unit from agency.period where parent = ? and valid_from < ? and (valid_until is null or valid_until > ?)", Integer.class, unit, on, on);
		below.forEach(each -> moves(each, on, other));
		ends(unit, on);
	}

	private void refreshTree() {
		fixture.jdbc().update("update agency.tree_state set version = version + 1");
		fixture.agencies().refresh();
	}

}
