package vn.motcua.reporting.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;

/** Which units of an earlier day make up a unit of today, by the links of succession. */
@Component
class Parts {

	/** @param split whether one of them was divided, so that its figures belong here only in part */
	record Of(int[] units, boolean recast, boolean split) {

		static Of itself(int unit) {
			return new Of(new int[] { unit }, false, false);
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
			Arrays.fill(same, Of.itself(unit.number()));
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
		if (agencies.find(id, day).isPresent()) {
			return Of.itself(unit);
		}
		List<Integer> before = new ArrayList<>();
		boolean split = false;
		for (Agency part : agencies.answering(id, day)) {
			before.add(part.id().value());
			List<Agency> after = agencies.answering(part.id(), asOf);
			split |= after.size() != 1 || !after.getFirst().id().equals(id);
		}
		return new Of(before.stream().mapToInt(Integer::intValue).sorted().toArray(), true, split);
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
