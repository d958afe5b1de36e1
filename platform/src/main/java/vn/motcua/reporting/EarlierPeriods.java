package vn.motcua.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

/** Periods that a report is compared with and computed from: the one before, the same a year ago, and enough of them to tell what is usual. */
@Component
public class EarlierPeriods {

	private static final int MOST = 12;

	private static final int YEARS = 3;

	private final Regimes regimes;

	public EarlierPeriods(Regimes regimes) {
		this.regimes = regimes;
	}

	public Optional<SheetKey> before(SheetKey key, PeriodType type) {
		return back(key, type).reversed().stream().findFirst();
	}

	public Optional<SheetKey> yearAgo(SheetKey key) {
		return at(key, key.period().minusYears(1));
	}

	/** The last twelve and the same of three years, latest first. */
	public List<SheetKey> usual(SheetKey key, PeriodType type) {
		Set<SheetKey> keys = new LinkedHashSet<>(back(key, type).reversed().stream().limit(MOST).toList());
		for (int years = 1; years <= YEARS; years++) {
			at(key, key.period().minusYears(years)).ifPresent(keys::add);
		}
		return new ArrayList<>(keys);
	}

	private Optional<SheetKey> at(SheetKey key, LocalDate starts) {
		return regimes.periods(key.regime(), starts, starts).stream().map(opening -> opening.period().starts()).filter(starts::equals).findFirst()
			.map(day -> new SheetKey(key.regime(), day, key.agency()));
	}

	private List<SheetKey> back(SheetKey key, PeriodType type) {
		LocalDate from = switch (type) {
			case DAY -> key.period().minusDays(MOST);
			case WEEK -> key.period().minusWeeks(MOST);
			case TEN_DAYS -> key.period().minusMonths(4);
			case MONTH -> key.period().minusMonths(MOST);
			case QUARTER -> key.period().minusMonths(3 * MOST);
			case HALF -> key.period().minusYears(6);
			case NINE_MONTHS, YEAR, SCHOOL_YEAR, WINDOW -> key.period().minusYears(10);
		};
		return regimes.periods(key.regime(), from, key.period().minusDays(1)).stream()
			.map(opening -> new SheetKey(key.regime(), opening.period().starts(), key.agency())).toList();
	}

}
