package vn.motcua.reporting.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.reporting.DemoPart;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.demo.CommuneMonths.Month;
import vn.motcua.reporting.demo.ReportPeople.Office;

/** The last months of Bắc Ninh's communes, so that whoever starts the demonstration finds work under way. */
@Component
@Order(1)
@ConditionalOnBooleanProperty("motcua.demo")
class CommunesOfBacNinh implements DemoPart {

	private static final int MONTHS_BACK = 1;

	private final PilotRegime pilot;

	private final PastPeriods periods;

	private final CommuneMonths months;

	private final Agencies agencies;

	private final ReportPeople people;

	CommunesOfBacNinh(PilotRegime pilot, PastPeriods periods, CommuneMonths months, Agencies agencies, ReportPeople people) {
		this.pilot = pilot;
		this.periods = periods;
		this.months = months;
		this.agencies = agencies;
		this.people = people;
	}

	@Override
	public String name() {
		return "communes";
	}

	@Override
	public int make() {
		Regime regime = pilot.get();
		List<Month> told = months(regime, periods.open(regime, MONTHS_BACK));
		told.forEach(months::tell);
		told.stream().filter(month -> !month.latest()).findFirst().ifPresent(months::close);
		return told.size();
	}

	private List<Month> months(Regime regime, List<Opening> openings) {
		Instant now = periods.now();
		Office office = people.today();
		return openings.stream().map(opening -> {
			LocalDate day = opening.period().to();
			Agency province = agencies.get(regime.provinces().getFirst(), day);
			List<Agency> communes = agencies.children(province.id(), Agency.Level.COMMUNE, day).stream().sorted(Comparator.comparing(Agency::code)).toList();
			return new Month(regime, opening, province, communes, opening == openings.getLast(), office, now);
		}).toList();
	}

}
