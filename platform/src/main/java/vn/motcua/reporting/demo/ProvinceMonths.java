package vn.motcua.reporting.demo;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.DemoPart;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.analysis.DemoFigures;
import vn.motcua.reporting.demo.ReportPeople.Office;
import vn.motcua.reporting.demo.ReportPlan.Ending;

/** The last months of the provinces' main indicators, which the made-up series before them leaves to who reports: sent, accepted, a few late, one missing, some of the latest not answered. */
@Component
@Order(2)
@ConditionalOnBooleanProperty("motcua.demo")
class ProvinceMonths implements DemoPart {

	static final RegimeCode REGIME = new RegimeCode("VPCP.KTXH.THANG");

	private static final int MONTHS_BACK = 2;

	private static final int EVERY_LATE = 11;

	private static final int EVERY_WAITING = 9;

	private static final int MISSING = 7;

	private final Regimes regimes;

	private final PastPeriods periods;

	private final ReportStory story;

	private final Cells cells;

	private final Agencies agencies;

	private final ReportPeople people;

	ProvinceMonths(Regimes regimes, PastPeriods periods, ReportStory story, Cells cells, Agencies agencies, ReportPeople people) {
		this.regimes = regimes;
		this.periods = periods;
		this.story = story;
		this.cells = cells;
		this.agencies = agencies;
		this.people = people;
	}

	@Override
	public String name() {
		return "provinces";
	}

	@Override
	public int make() {
		Regime regime = regimes.find(REGIME).orElseThrow();
		List<Opening> past = periods.open(regime, MONTHS_BACK);
		Office office = people.today();
		past.forEach(opening -> tell(regime, opening, opening == past.getLast(), office, periods.now()));
		return past.size();
	}

	/** @param latest whether some of it still waits for the centre */
	void tell(Regime regime, Opening opening, boolean latest, Office office, Instant now) {
		List<Agency> provinces = agencies.all(Agency.Level.PROVINCE, opening.period().to());
		DemoFigures figures = new DemoFigures(agencies);
		List<Cell> asked = cells.of(regime.number()).stream().filter(cell -> cell.breakdown().whole() && DemoFigures.has(cell.indicator())).toList();
		int missing = missing(provinces, opening, office);
		for (int i = 0; i < provinces.size(); i++) {
			Agency province = provinces.get(i);
			int place = i + opening.period().starts().getMonthValue();
			boolean played = office.played(province.id());
			Ending usual = i == missing ? Ending.MISSING : latest && place % EVERY_WAITING == 2 ? Ending.SENT : Ending.ACCEPTED;
			List<CellChange> values = asked.stream()
				.map(cell -> new CellChange(cell.position(), figures.of(province, YearMonth.from(opening.period().to()), cell.indicator(), cell.decimals()), null)).toList();
			story.tell(new ReportAddress(regime, opening, province), values, ReportPlan.of(opening, province.code(), place % EVERY_LATE == 0 && !played, played ? Ending.ACCEPTED : usual, now), office);
		}
	}

	/** The one that never reports, another each month and none of the cast's. */
	private static int missing(List<Agency> provinces, Opening opening, Office office) {
		int one = (MISSING + opening.period().starts().getMonthValue()) % provinces.size();
		return office.played(provinces.get(one).id()) ? (one + 1) % provinces.size() : one;
	}

}
