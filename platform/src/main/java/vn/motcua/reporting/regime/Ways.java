package vn.motcua.reporting.regime;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.regime.FormSheet.FormCell;

/**
 * How figures of a form become one over units and over time, as their names and formulas sound, until the officer says otherwise. What would add up to
 * something wrong is rather not put together at all.
 */
record Ways(Aggregation overUnits, Aggregation overTime) {

	static final String PERCENT = "percent";

	static final String RATIO = "ratio";

	private static final Pattern AVERAGES = Pattern.compile(".*\\b(binh quan|(?<!loai |muc |song |kha )trung binh|nang suat|mat do|don gia|chi so|lai suat|ty gia)\\b.*");

	/** Each month says it anew. */
	private static final Pattern STANDING = Pattern.compile(".*\\b(luy ke|cong don|ke hoach (giao |duoc giao )?(ca |trong )?nam|du toan( giao)?|(cuoi|het) (ky|thang|quy|nam)|den nay|tinh den|den (het )?(ngay|thang)"
			+ "|hien (co|dang)|con (ton|hieu luc)|dang (hoat dong|quan ly|dieu tri|theo doi|thuc hien|giai quyet|xu ly|thi cong|hoc|lam viec))\\b.*");

	/** What the period began with is neither the sum nor the latest of its months. */
	private static final Pattern OPENING = Pattern.compile(".*\\b(dau (ky|thang|quy|nam)|(ky|thang|quy|nam) truoc chuyen sang)\\b.*");

	private static final Pattern MEASURED = Pattern.compile("percent|ratio|score|tonne.*|hectare|kilometre|(thousand|million|billion)-.*|(1[.,]?000|nghin|ngan|trieu|ty) .*|.+/.+|kg|ta|lit|m3|m³|m2|m²|mw|kwh|gio");

	/** @param name what the figure is called, with the headings of its column */
	static Ways of(String name, @Nullable FormCell cell, String unit) {
		if (cell != null && cell.divides()) {
			return new Ways(Aggregation.RATIO_OF_SUMS, Aggregation.RATIO_OF_SUMS);
		}
		String folded = RegimeController.folded(name);
		if (unit.equals(PERCENT) || unit.equals(RATIO) || averages(name)) {
			return new Ways(Aggregation.NONE, Aggregation.NONE);
		}
		return new Ways(Aggregation.SUM, STANDING.matcher(folded).matches() ? Aggregation.LAST : OPENING.matcher(folded).matches() ? Aggregation.NONE : Aggregation.SUM);
	}

	static boolean averages(String name) {
		return AVERAGES.matcher(RegimeController.folded(name)).matches();
	}

	/** Digits after the point until the officer says otherwise: a mean, a share, and what is measured or counted in thousands has some. */
	static int decimals(String name, String unit) {
		return MEASURED.matcher(RegimeController.folded(unit)).matches() || averages(name) ? 2 : 0;
	}

	/** Of what an officer adds to a table himself. */
	static Ways of(String name) {
		return of(name, null, Indicator.NO_UNIT);
	}

}
