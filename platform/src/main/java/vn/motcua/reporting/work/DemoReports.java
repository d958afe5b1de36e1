package vn.motcua.reporting.work;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.ValueSource;
import vn.motcua.site.Page;

/**
 * Some of Bắc Ninh's communes at work on this week's report of infectious diseases, so that a province has somebody to gather from. Made up, and every
 * step and signature says so by its name. Once, in the background, through the same doors as everybody.
 */
@Component
@ConditionalOnBooleanProperty({ "motcua.demo", "motcua.work" })
class DemoReports {

	private static final RegimeCode DISEASES = new RegimeCode("BYT.BTN.TUAN");

	private static final LocalDate SEED_DAY = LocalDate.of(2020, 8, 19);

	private static final String BAC_NINH = "27";

	/** Left to who plays the story. */
	private static final String KINH_BAC = "Kinh Bắc";

	private static final List<String> AGES = List.of("0-14", "15-24", "25-59", "60+");

	private static final int SENT = 8;

	private static final int ACCEPTED = 3;

	private static final Actor MAKER = new Actor(Actor.Kind.PLATFORM, Actor.SYSTEM_ACCOUNT, "Dữ liệu trình diễn", null, null, Set.of());

	private static final int MOST_COMMUNES = 200;

	private final Regimes regimes;

	private final Agencies agencies;

	private final Cells cells;

	private final Sheets sheets;

	private final PeriodOpening opening;

	private final ReportLists lists;

	private final ReportActs acts;

	private final Clock clock;

	DemoReports(Regimes regimes, Agencies agencies, Cells cells, Sheets sheets, PeriodOpening opening, ReportLists lists, ReportActs acts, Clock clock) {
		this.regimes = regimes;
		this.agencies = agencies;
		this.cells = cells;
		this.sheets = sheets;
		this.opening = opening;
		this.lists = lists;
		this.acts = acts;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "PT100S")
	void make() {
		regimes.find(DISEASES).ifPresent(regime -> current(regime).ifPresent(period -> province(period).ifPresent(province -> make(regime, period, province))));
	}

	private void make(Regime regime, Opening period, Agency province) {
		opening.open(regime, period);
		ReportAddress gatherer = new ReportAddress(regime, period, province);
		List<ListedReport> communes = lists.gathered(gatherer, List.of(), false, MOST_COMMUNES, null).items().stream()
			.filter(report -> !report.agency().vi().equals(KINH_BAC)).toList();
		if (communes.stream().anyMatch(report -> report.row().signedVersion() != null)) {
			return;
		}
		for (int i = 0; i < communes.size(); i++) {
			if (i % 4 != 0) {
				report(communes.get(i).address(), i % 4 == 3 && i / 4 < SENT, i / 4 < ACCEPTED);
			}
		}
	}

	/** As far as the rules of the work and the checks of the regime let it go. */
	private void report(ReportAddress commune, boolean sent, boolean accepted) {
		try {
			fill(commune);
			for (Act act : sent ? List.of(Act.CHECK, Act.APPROVE, Act.SEND) : List.<Act>of()) {
				acts.act(commune, ReportAct.of(act), MAKER);
			}
			if (sent && accepted) {
				acts.act(commune, ReportAct.of(Act.ACCEPT), MAKER);
			}
		}
		catch (ProblemException refused) {
			// it stays as it is
		}
	}

	private void fill(ReportAddress commune) {
		Random random = new Random(commune.agency().id().value() * 31L + commune.key().period().toEpochDay());
		List<CellChange> changes = new ArrayList<>();
		amounts(commune, "XH0301", random, 4, changes);
		amounts(commune, "XH0302", random, 1, changes);
		amounts(commune, "XH0303", random, 5, changes);
		amounts(commune, "XH0304", random, 2, changes);
		change(commune, "XH0305", Breakdown.WHOLE, random.nextInt(2), changes);
		sheets.save(commune.key(), changes, ValueSource.TYPED, MAKER);
	}

	private void amounts(ReportAddress commune, String indicator, Random random, int below, List<CellChange> changes) {
		int sum = 0;
		for (String age : AGES) {
			int amount = random.nextInt(below);
			sum += amount;
			change(commune, indicator, new Breakdown("AGE=" + age), amount, changes);
		}
		change(commune, indicator, Breakdown.WHOLE, sum, changes);
	}

	private void change(ReportAddress commune, String indicator, Breakdown breakdown, int amount, List<CellChange> changes) {
		cells.find(commune.regime().number(), new IndicatorCode(indicator), breakdown)
			.ifPresent(cell -> changes.add(new CellChange(cell.position(), BigDecimal.valueOf(amount), null)));
	}

	private Optional<Opening> current(Regime regime) {
		Instant now = clock.instant();
		LocalDate today = LocalDate.ofInstant(now, Page.ZONE);
		return regimes.periods(regime.number(), today.minusDays(14), today).stream().filter(one -> !now.isBefore(one.opensAt()) && now.isBefore(one.dueAt())).findFirst();
	}

	private Optional<Agency> province(Opening period) {
		return agencies.findByCode(Agency.Level.PROVINCE, BAC_NINH, SEED_DAY).flatMap(then -> agencies.answering(then.id(), period.period().to()).stream().findFirst());
	}

}
