package vn.motcua.reporting;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.kernel.AgencyId;

/**
 * Where an agency may ask for reports (<i>phạm vi quản lý</i>): a ministry, and what is under one, in the whole country; an agency of a province or district
 * there, and nowhere else; a commune reports and asks nobody.
 * Decree 09/2019/NĐ-CP on who may issue regimes.
 *
 * @param unit the province or district; {@code null} for the whole country, or for nowhere
 * @param former the province or district that an issuer which was merged since had asked in; only what came from there is asked, {@code null} where the unit is asked as a whole
 */
public record Territory(boolean country, @Nullable Agency unit, @Nullable Agency former) {

	/** @param issuer agency that issues a regime */
	public static Territory of(Agencies agencies, AgencyId issuer, LocalDate on) {
		AgencyId heir = heir(agencies, issuer, on);
		Territory then = standing(agencies, issuer, on);
		if (heir.equals(issuer) || then.unit == null) {
			return then;
		}
		Territory now = standing(agencies, heir, on);
		return now.unit != null && now.unit.id().equals(then.unit.id()) ? now : new Territory(now.country, now.unit, then.unit);
	}

	/**
	 * Where a regime is asked on a day. A version in force from when its issuer was no more is its heir's and holds wherever that may ask; an earlier one holds where it held, until the heir
	 * issues another or ends it.
	 */
	public static Territory of(Agencies agencies, Regime regime, LocalDate on) {
		return of(agencies, heir(agencies, regime.owner(), regime.validFrom()), on);
	}

	private static Territory standing(Agencies agencies, AgencyId issuer, LocalDate on) {
		List<Agency> line = agencies.withAncestors(issuer, on);
		if (line.stream().anyMatch(agency -> agency.level() == Level.MINISTRY)) {
			return new Territory(true, null, null);
		}
		if (line.stream().anyMatch(agency -> agency.level() == Level.COMMUNE)) {
			return new Territory(false, null, null);
		}
		return new Territory(false, line.stream().filter(agency -> agency.level() == Level.PROVINCE || agency.level() == Level.DISTRICT).findFirst().orElse(null), null);
	}

	/** Itself, unless it ended. */
	private static AgencyId heir(Agencies agencies, AgencyId issuer, LocalDate on) {
		LocalDate until = agencies.get(issuer, on).until();
		return until == null || on.isBefore(until) ? issuer : agencies.heirs(issuer, on).stream().findFirst().orElse(issuer);
	}

	/** Whether an agency of this level can stand in it. */
	public boolean holds(Level level) {
		return country || unit != null && level != Level.MINISTRY && (unit.level() == Level.PROVINCE || level != Level.PROVINCE);
	}

	/** Whether a province is in it. */
	public boolean holds(AgencyId province) {
		return country || unit != null && unit.id().equals(province);
	}

	/** Whether a district or commune under the unit is asked on a day. */
	public boolean asks(Agencies agencies, AgencyId below, LocalDate on) {
		if (former == null || former.until() == null) {
			return true;
		}
		LocalDate last = former.until().minusDays(1);
		return agencies.madeOf(below, on, last).stream().flatMap(part -> agencies.withAncestors(part.id(), last).stream()).anyMatch(unit -> unit.id().equals(former.id()));
	}

}
