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
 */
public record Territory(boolean country, @Nullable Agency unit) {

	/** @param issuer agency that issues a regime */
	public static Territory of(Agencies agencies, AgencyId issuer, LocalDate on) {
		List<Agency> line = agencies.withAncestors(issuer, on);
		if (line.stream().anyMatch(agency -> agency.level() == Level.MINISTRY)) {
			return new Territory(true, null);
		}
		if (line.stream().anyMatch(agency -> agency.level() == Level.COMMUNE)) {
			return new Territory(false, null);
		}
		return new Territory(false, line.stream().filter(agency -> agency.level() == Level.PROVINCE || agency.level() == Level.DISTRICT).findFirst().orElse(null));
	}

	/** Whether an agency of this level can stand in it. */
	public boolean holds(Level level) {
		return country || unit != null && level != Level.MINISTRY && (unit.level() == Level.PROVINCE || level != Level.PROVINCE);
	}

	/** Whether a province is in it. */
	public boolean holds(AgencyId province) {
		return country || unit != null && unit.id().equals(province);
	}

}
