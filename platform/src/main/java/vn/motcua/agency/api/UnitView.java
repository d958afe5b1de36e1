package vn.motcua.agency.api;

import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency;
import vn.motcua.agency.domain.CurrentTree;
import vn.motcua.agency.domain.Period;

/**
 * A unit on a day.
 *
 * @param id stable number of the unit; the code is not: it may pass to another unit
 * @param parent code of the unit it stands under
 * @param from first day of this state, absent when it is older than the record
 * @param until first day on which it no longer holds, absent while it lasts
 */
record UnitView(int id, String code, String level, String kind, String name, String fullName, String fullNameEn, @Nullable String exchangeCode,
		@Nullable String parent, @Nullable LocalDate from, @Nullable LocalDate until) {

	static UnitView of(CurrentTree current, Period period, LocalDate on) {
		Agency agency = current.agency(period, on);
		String parent = period.parent() == 0 ? null : current.tree().nearest(period.parent(), on).map(above -> current.agency(above, on).code()).orElse(null);
		return new UnitView(period.unit(), agency.code(), period.level().name().toLowerCase(Locale.ROOT), period.kind(), agency.name().vi(),
				agency.fullName().vi(), agency.fullName().en(), agency.exchangeCode(), parent,
				period.from().equals(Period.RECORD_OPENS) ? null : period.from(), period.until());
	}

}
