package vn.motcua.agency.domain;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency.Level;

/**
 * A stretch of a unit's life in which its name, kind, code and parent stayed the same.
 *
 * @param unit number of the unit
 * @param parent number of the unit it stands under, 0 for none
 * @param territory number of the territorial unit an agency works for, 0 for none
 * @param from first day; {@link #RECORD_OPENS} when the unit is older than the record
 * @param until first day on which it no longer holds, {@code null} while it lasts
 */
public record Period(int unit, Level level, String kind, String name, @Nullable String nameEn, @Nullable String code, int parent, int territory,
		LocalDate from, @Nullable LocalDate until, Sureness fromSure, Sureness untilSure) {

	/** Stands for "since before the record": the lists behind it are silent about earlier days. */
	public static final LocalDate RECORD_OPENS = LocalDate.of(1900, 1, 1);

	public boolean covers(LocalDate on) {
		return !on.isBefore(from) && (until == null || on.isBefore(until));
	}

}
