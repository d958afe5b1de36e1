package vn.motcua.site.component;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** A date as it was typed, part by part; parts may be empty or wrong. */
public record DateParts(String day, String month, String year) {

	public static final DateParts NONE = new DateParts("", "", "");

	public static DateParts of(@Nullable LocalDate date) {
		return date == null ? NONE
				: new DateParts(String.valueOf(date.getDayOfMonth()), String.valueOf(date.getMonthValue()), String.valueOf(date.getYear()));
	}

	/** From {@code 2020-08-19} or {@code 2020}; empty for anything else. */
	public static DateParts ofIso(@Nullable String iso) {
		if (iso == null || !iso.matches("\\d{4}(-\\d\\d-\\d\\d)?")) {
			return NONE;
		}
		return iso.length() == 4 ? new DateParts("", "", iso)
				: new DateParts(String.valueOf(Integer.parseInt(iso.substring(8))), String.valueOf(Integer.parseInt(iso.substring(5, 7))), iso.substring(0, 4));
	}

	/** {@code 2020-08-19}, {@code 2020} where only the year was given, otherwise what was typed, joined by hyphens. */
	public String iso() {
		if (day.isEmpty() && month.isEmpty()) {
			return year;
		}
		return year + "-" + padded(month) + "-" + padded(day);
	}

	private static String padded(String part) {
		return part.length() == 1 ? "0" + part : part;
	}

}
