package vn.motcua.reporting.counted;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import vn.motcua.MotCuaTest;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.HandlingFigures;
import vn.motcua.dossier.HandlingFigures.Figure;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.CountedFigures;
import vn.motcua.reporting.Findings;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.ValueSource;

/** Ten dossiers of one department in the report of March 2021 (15/02 to 14/03), counted by hand. Circular 02/2017/TT-VPCP form II.06a. */
@MotCuaTest
class HandlingTests {

	private static final String INSERT = """
			insert into dossier.dossier (received_on, code, version, status, agency, service, service_version, case_id, channel, applicant_name, submitted_at, accepted_at,
				due_at, paused_at, completed_at, ended_at, detail)
			values (?::date, ?, 1, 4, ?, '1.001193', 1, 'x', ?, 'Người thử', ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::timestamptz, '{}')
			""";

	private static final Actor CLERK = new Actor(Actor.Kind.OFFICER, new UUID(6, 5), "Cán bộ", null, null, Set.of());

	@Autowired
	private HandlingFigures figures;

	@Autowired
	private Counting counting;

	@Autowired
	private HandlingForm form;

	@Autowired
	private ProceduresForm procedures;

	@Autowired
	private Catalogue catalogue;

	@Autowired
	private CountedFigures counted;

	@Autowired
	private Findings findings;

	@Autowired
	private Regimes regimes;

	@Autowired
	private Agencies agencies;

	@Autowired
	private Cells cells;

	@Autowired
	private Sheets sheets;

	@Autowired
	private JdbcTemplate jdbc;

	private int number;

	private int agency;

	private Regime regime;

	private Opening march;

	@BeforeEach
	void tenDossiers() {
		LocalDate day = LocalDate.of(2021, 3, 14);
		Agency province = agencies.findByCode(Agency.Level.PROVINCE, "27", day).orElseThrow();
		agency = agencies.department(province.id(), "so-tu-phap", day).orElseThrow().id().value();
		regime = regimes.find(Counting.REGIME).orElseThrow();
		march = regimes.period(regime.number(), "2021-03").orElseThrow();
		dossier(2, "2021-02-10 09:00", "2021-02-20 17:00", null, "2021-02-12 10:00", null); // over before the period: not in it
		dossier(2, "2021-02-10 09:00", "2021-02-20 17:00", null, "2021-02-19 10:00", null); // carried over, early
		dossier(1, "2021-02-11 09:00", "2021-02-18 17:00", null, "2021-02-18 16:00", null); // carried over, on time
		dossier(2, "2021-02-15 00:00", "2021-02-20 17:00", null, "2021-02-20 18:00", null); // online, an hour late
		dossier(3, "2021-03-01 09:00", "2021-03-10 17:00", null, null, "2021-03-05 09:00"); // by post, withdrawn: resolved early
		dossier(1, "2021-03-01 09:00", "2021-03-10 17:00", null, null, null); // desk, in progress and overdue
		dossier(1, "2021-03-01 09:00", "2021-03-10 17:00", "2021-03-03 09:00", null, null); // desk, the clock stands: within due
		dossier(2, "2021-03-12 09:00", "2021-03-20 17:00", null, "2021-03-16 09:00", null); // online, in progress at the end, within due
		dossier(2, "2021-03-14 23:59", "2021-03-20 17:00", null, null, null); // online on the last day, within due
		dossier(2, "2021-03-15 00:00", "2021-03-20 17:00", null, null, null); // of the next period
	}

	@AfterEach
	void takeBack() {
		jdbc.update("delete from dossier.dossier where applicant_name = 'Người thử' and received_on between date '2021-01-01' and date '2021-12-31'");
	}

	@Test
	void countsAsOneDoesByHand() {
		assertThat(handled(march)).containsExactly(List.of(3L, 3L, 2L, 2L, 1L, 1L, 3L, 1L));
	}

	@Test
	void dossiersOfAnAgencyThatIsNotInTheTreeKeepNobodyElseFromBeingCounted() {
		agency = 999_999_999;
		dossier(1, "2021-03-01 09:00", "2021-03-10 17:00", null, null, null);
		long[] counts = form.byUnit(List.of(period(march))).getFirst().get(province()).get("G15");
		assertThat(HandlingIndicator.TTHC0100.of(counts)).isEqualTo(8);
	}

	/** What was carried over into March was received in February; what came on the last day is April's too. */
	@Test
	void severalPeriodsAreCountedInOnePassAsEachAlone() {
		Opening february = regimes.period(regime.number(), "2021-02").orElseThrow();
		Opening april = regimes.period(regime.number(), "2021-04").orElseThrow();
		assertThat(handled(february, march, april)).containsExactly(handled(february).getFirst(), handled(march).getFirst(), handled(april).getFirst())
			.first().isEqualTo(List.of(2L, 1L, 0L, 1L, 0L, 0L, 2L, 0L));
		assertThat(handled(april).getFirst()).as("received, carried over, resolved in time").isEqualTo(List.of(1L, 0L, 4L, 1L, 0L, 0L, 1L, 3L));
		assertThat(form.byUnit(List.of(period(february), period(march)))).extracting(counts -> HandlingIndicator.TTHC0100.of(counts.get(province()).get("G15"))).containsExactly(3L, 8L);
	}

	@Test
	void receivedIsResolvedAndInProgress() {
		long[] counts = form.byUnit(List.of(period(march))).getFirst().get(province()).get("G15");
		assertThat(HandlingIndicator.TTHC0100.of(counts)).isEqualTo(8).isEqualTo(HandlingIndicator.TTHC0200.of(counts) + HandlingIndicator.TTHC0300.of(counts));
	}

	@Test
	void everyFigureOpensToItsDossiersPageByPage() {
		var first = figures.lines(Figure.ONLINE, List.of(agency), List.of("1.001193"), false, CountedPeriod.from(march), CountedPeriod.until(march), new Limit(2), null);
		assertThat(first.items()).hasSize(2);
		var rest = figures.lines(Figure.ONLINE, List.of(agency), List.of("1.001193"), false, CountedPeriod.from(march), CountedPeriod.until(march), new Limit(2), first.next());
		assertThat(rest.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
		assertThat(rest.next()).isNull();
		assertThat(figures.lines(Figure.ONLINE, List.of(agency), List.of("1.001193"), true, CountedPeriod.from(march), CountedPeriod.until(march), new Limit(2), null).items()).isEmpty();
	}

	@Test
	void aReportFollowsTheLedgerDownToNothingUntilItIsChecked() {
		SheetKey key = owed();
		try {
			int received = place("TTHC0100", "LV=G15");
			counting.count(regime, List.of(march));
			assertThat(sheets.sheet(key).amounts().get(received)).isEqualByComparingTo("8");
			jdbc.update("update reporting.obligation set state = 'CHECKED' where regime = ? and period = ? and agency = ?", regime.number(), key.period(), province());
			takeBack();
			counting.count(regime, List.of(march));
			assertThat(sheets.sheet(key).amounts().get(received)).as("what lies before the leader").isEqualByComparingTo("8");
			jdbc.update("update reporting.obligation set state = 'DRAFTING' where regime = ? and period = ? and agency = ?", regime.number(), key.period(), province());
			counting.count(regime, List.of(march));
			assertThat(sheets.sheet(key).amounts().get(received)).isEqualByComparingTo("0");
		}
		finally {
			forgive(key);
		}
	}

	@Test
	void aCorrectionStandsWhileTheCountGoesOnBesideIt() {
		SheetKey key = owed();
		try {
			counting.count(regime, List.of(march));
			int online = place("TTHC0101", "LV=G15");
			sheets.save(key, List.of(new Sheets.CellChange(online, new BigDecimal(7), null)), ValueSource.CORRECTED, CLERK);
			dossier(2, "2021-03-02 09:00", "2021-03-20 17:00", null, null, null);
			counting.count(regime, List.of(march));
			assertThat(sheets.sheet(key).amounts().get(online)).as("the clerk's figure").isEqualByComparingTo("7");
			assertThat(counted.of(key).get(online)).as("the count").isEqualByComparingTo("4");
			assertThat(sheets.sheet(key).amounts().get(place("TTHC0100", "LV=G15"))).as("the sum of what stands: 7 + 3 + 2").isEqualByComparingTo("12");
			assertThat(findings.of(key)).filteredOn(finding -> finding.code().equals("counted:" + online)).singleElement().satisfies(finding -> {
				assertThat(finding.words().vi()).contains("ghi 7", "được 4", "+3");
				assertThat(finding.blocks()).isTrue();
			});
			sheets.save(key, List.of(new Sheets.CellChange(online, new BigDecimal(4), null)), ValueSource.CORRECTED, CLERK);
			dossier(2, "2021-03-03 09:00", "2021-03-20 17:00", null, null, null);
			counting.count(regime, List.of(march));
			assertThat(sheets.sheet(key).amounts().get(online)).as("the count is followed again").isEqualByComparingTo("5");
			assertThat(findings.of(key)).noneMatch(finding -> finding.code().startsWith("counted:"));
		}
		finally {
			forgive(key);
		}
	}

	@Test
	void aProvinceStatesProceduresByTheLevelThatHasTheAuthority() {
		Map<Integer, Long> then = procedures.counts(List.of(period(march))).getFirst().get(province());
		assertThat(then.get(place("TTHC0501", "CAP=TINH"))).isEqualTo(authority("province", march)).isPositive();
		assertThat(then.get(place("TTHC0501", "CAP=HUYEN"))).isEqualTo(authority("district", march)).isPositive();
		Opening now = regimes.period(regime.number(), "2026-11").orElseThrow();
		AgencyId bacNinh = agencies.findByCode(Agency.Level.PROVINCE, "24", now.period().to()).orElseThrow().id();
		Map<Integer, Long> today = procedures.counts(List.of(period(now))).getFirst().get(bacNinh.value());
		assertThat(today).as("no districts any more").doesNotContainKey(place("TTHC0501", "CAP=HUYEN"));
		assertThat(today.get(place("TTHC0501", "CAP=XA"))).isEqualTo(authority("commune", now) + authority("district", now));
		assertThat(procedures.procedures(ProcedureIndicator.TTHC0503, "CAP=XA", bacNinh, now.period().to())).hasSize(today.get(place("TTHC0503", "CAP=XA")).intValue());
	}

	private long authority(String level, Opening opening) {
		return catalogue.all(opening.period().to()).stream().filter(service -> service.handling().level().equalsIgnoreCase(level)).count();
	}

	@Test
	void dossiersOfDepartmentsAreTheProvinces() {
		assertThat(form.handling(new AgencyId(province()), regime, march.period().to())).contains(province(), agency)
			.allMatch(each -> form.reporting(new AgencyId(each), regime, march.period().to()) == province());
	}

	/** Of the department, in the order of the form; nothing where nothing was handled. */
	private List<List<Long>> handled(Opening... openings) {
		List<List<Long>> counts = new ArrayList<>(Collections.nCopies(openings.length, List.of()));
		figures.handled(Arrays.stream(openings).map(opening -> period(opening).time()).toList(), (time, handled) -> {
			if (handled.agency() == agency) {
				counts.set(time, Arrays.stream(handled.counts()).boxed().toList());
			}
		});
		return counts;
	}

	private CountedPeriod period(Opening opening) {
		return new CountedPeriod(regime, opening);
	}

	private SheetKey owed() {
		regimes.open(regime.number(), "2021-03");
		jdbc.update("insert into reporting.obligation (regime, period, agency, state, receiver, due_at) values (?, ?, ?, 'OPEN', 0, now()) on conflict do nothing", regime.number(),
				march.period().starts(), province());
		return new SheetKey(regime.number(), march.period().starts(), new AgencyId(province()));
	}

	private void forgive(SheetKey key) {
		jdbc.update("delete from reporting.obligation where regime = ? and period = ? and agency = ?", regime.number(), key.period(), province());
	}

	private int place(String indicator, String breakdown) {
		return cells.find(regime.number(), new IndicatorCode(indicator), new Breakdown(breakdown)).orElseThrow().position();
	}

	private int province() {
		return agencies.findByCode(Agency.Level.PROVINCE, "27", march.period().to()).orElseThrow().id().value();
	}

	private void dossier(int channel, String accepted, String due, @Nullable String paused, @Nullable String completed, @Nullable String ended) {
		String day = accepted.substring(0, 10);
		String code = "H05.99-" + day.substring(2, 4) + day.substring(5, 7) + day.substring(8, 10) + "-" + "%04d".formatted(9000 + number++);
		jdbc.update(INSERT, day, new DossierCode(code).value(), agency, channel, at(accepted), at(accepted), at(due), at(paused), at(completed), at(ended));
	}

	private static @Nullable String at(@Nullable String local) {
		return local == null ? null : local + "+07";
	}

}
