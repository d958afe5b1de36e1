package vn.motcua.reporting.analysis;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Totals;

/**
 * A row of an answer: an agency, or the country.
 *
 * @param code as it is called in the day it was asked for; another unit may bear it on another day, {@link #address} not
 * @param until day from which it is no more, {@code null} while it is
 */
public record Unit(int number, String code, LocalizedText name, UnitLevel level, @Nullable LocalDate until) {

	public static final String COUNTRY_CODE = "VN";

	public static final Unit COUNTRY = new Unit(Totals.COUNTRY, COUNTRY_CODE, new LocalizedText("Cả nước", "Whole country"), UnitLevel.COUNTRY, null);

	/** A ward and a commune beside it may bear one name: they are called with what they are. */
	public static Unit of(Agency agency) {
		return new Unit(agency.id().value(), agency.code(), agency.level() == Agency.Level.COMMUNE ? agency.fullName() : agency.name(), UnitLevel.of(agency), agency.until());
	}

	/** How addresses name it: by its number, because codes are given to others. */
	public String address() {
		return number == Totals.COUNTRY ? COUNTRY_CODE : "id:" + number;
	}

}
