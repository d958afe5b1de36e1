package vn.motcua.reporting.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import vn.motcua.kernel.AgencyId;

/** A small country beside the real one, whose tree of past days changes by chance. */
final class SmallCountry {

	private static final int PROVINCES = 3;

	private static final int FIRST_UNIT = 9_000_000;

	private final ReportFixture fixture;

	private final Random random;

	private final List<Integer> units = new ArrayList<>();

	private final List<Integer> communes = new ArrayList<>();

	SmallCountry(ReportFixture fixture, Random random) {
		this.fixture = fixture;
		this.random = random;
		plant();
	}

	List<Integer> units() {
		return units;
	}

	private void plant() {
		int next = FIRST_UNIT;
		for (int province = 0; province < PROVINCES; province++) {
			int above = unit(next++, "province", null);
			unit(next++, "department", above);
			for (int district = 0; district < 2 + random.nextInt(2); district++) {
				int middle = unit(next++, "district", above);
				for (int commune = 0; commune < 2 + random.nextInt(3); commune++) {
					communes.add(unit(next++, "commune", middle));
				}
			}
		}
		refreshTree();
	}

	private int unit(int number, String level, Integer parent) {
		fixture.jdbc().update("insert into agency.unit (id, level, origin) values (?, ?, 'imported')", number, level);
		fixture.jdbc().update("""
				insert into agency.period (unit, valid_from, kind, name, parent, from_sure, until_sure) values (?, date '2000-01-01', 'test', 'Đơn vị', ?, 'exact', 'open')""",
				number, parent);
		units.add(number);
		return number;
	}

	/** A commune moves to another district or ends in the middle of the months; or what was known of it from the beginning was wrong. */
	void change() {
		int commune = communes.get(random.nextInt(communes.size()));
		List<Integer> districts = fixture.jdbc().queryForList("select id from agency.unit where level = 'district' and id >= ? order by id", Integer.class, FIRST_UNIT);
		int district = districts.get(random.nextInt(districts.size()));
		LocalDate on = LocalDate.of(2022, 1 + random.nextInt(4), 1 + random.nextInt(28));
		fixture.jdbc().update("delete from agency.period where unit = ? and valid_from > date '2000-01-01'", commune);
		switch (random.nextInt(3)) {
			case 0 -> fixture.jdbc().update("update agency.period set parent = ?, valid_until = null where unit = ?", district, commune);
			case 1 -> {
				fixture.jdbc().update("update agency.period set valid_until = ? where unit = ?", on, commune);
				fixture.jdbc().update("""
						insert into agency.period (unit, valid_from, kind, name, parent, from_sure, until_sure) values (?, ?, 'test', 'Đơn vị', ?, 'exact', 'open')""",
						commune, on, district);
			}
			default -> fixture.jdbc().update("update agency.period set valid_until = ? where unit = ?", on, commune);
		}
		refreshTree();
		assertThat(fixture.agencies().withAncestors(new AgencyId(commune), on)).isNotEmpty();
	}

	private void refreshTree() {
		fixture.jdbc().update("update agency.tree_state set version = version + 1");
		fixture.agencies().refresh();
	}

}
