package vn.motcua.reporting.analysis;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;

/** Which units of an earlier day make up a unit of today, by the links of succession. */
@Component
class Parts {

	/**
	 * @param leaves which of them are leaves of their day's tree: a district can have become a commune
	 * @param split whether one of them was divided, so that its figures belong here only in part
	 */
	record Of(int[] units, boolean[] leaves, boolean recast, boolean split) {

		static Of itself(int unit, boolean leaf) {
			return new Of(new int[] { unit }, new boolean[] { leaf }, false, false);
		}

		boolean same(Of other) {
			return recast == other.recast && split == other.split && Arrays.equals(units, other.units);
		}

	}

	private final Agencies agencies;

	private final Remembered<Of[]> remembered = new Remembered<>(20_000);

	Parts(Agencies agencies) {
		this.agencies = agencies;
	}

	/** @param days in their order */
	Of[] of(Unit unit, LocalDate asOf, List<LocalDate> days) {
		if (unit.number() == 0 || days.isEmpty()) {
			Of[] same = new Of[days.size()];
			Arrays.fill(same, Of.itself(unit.number(), unit.level().leaf()));
			return same;
		}
		return remembered.get(List.of(unit.number(), asOf, days), () -> {
			Of[] found = new Of[days.size()];
			fill(unit.number(), asOf, days, found, 0, days.size() - 1);
			return found;
		});
	}

	Of of(int unit, LocalDate asOf, LocalDate day) {
		AgencyId id = new AgencyId(unit);
		List<Agency> before = (day.isAfter(asOf) ? agencies.answering(id, day) : agencies.madeOf(id, asOf, day)).stream().sorted(Comparator.comparingInt(part -> part.id().value())).toList();
		boolean recast = before.size() != 1 || !before.getFirst().id().equals(id);
		boolean[] leaves = new boolean[before.size()];
		boolean split = false;
		for (int i = 0; i < leaves.length; i++) {
			leaves[i] = UnitLevel.of(before.get(i)).leaf();
			List<Agency> after = agencies.answering(before.get(i).id(), asOf);
			split |= after.size() != 1 || !after.getFirst().id().equals(id);
		}
		return new Of(before.stream().mapToInt(part -> part.id().value()).toArray(), leaves, recast, split);
	}

	/** A stretch whose ends have the same parts had them all the time; else it is looked at in halves. */
	private void fill(int unit, LocalDate asOf, List<LocalDate> days, Of[] found, int first, int last) {
		if (found[first] == null) {
			found[first] = of(unit, asOf, days.get(first));
		}
		if (found[last] == null) {
			found[last] = of(unit, asOf, days.get(last));
		}
		if (last - first < 2) {
			return;
		}
		if (found[first].same(found[last])) {
			Arrays.fill(found, first + 1, last, found[first]);
			return;
		}
		int middle = (first + last) / 2;
		fill(unit, asOf, days, found, first, middle);
		fill(unit, asOf, days, found, middle, last);
	}

}
