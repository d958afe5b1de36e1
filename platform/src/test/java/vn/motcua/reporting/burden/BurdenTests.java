package vn.motcua.reporting.burden;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.calendar.ToldTime;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.ValueSource;
import vn.motcua.reporting.analysis.ReportedFigures;
import vn.motcua.reporting.work.Act;
import vn.motcua.reporting.work.PeriodOpening;
import vn.motcua.reporting.work.ReportAct;
import vn.motcua.reporting.work.ReportActs;

/** A regime of its own that twelve provinces report: ten by hand, one with a workbook, one by its system. */
@MotCuaTest
class BurdenTests {

	private static final RegimeCode CODE = new RegimeCode("THU.GANHNANG.THANG");

	/** Nobody reported under it. */
	private static final RegimeCode FRESH = new RegimeCode("THU.GANHNANGMOI.THANG");

	/** As an earlier release wrote it: what was typed in then is read past. */
	private static final String FILE = """
			code: THU.GANHNANG.THANG
			owner: van-phong-chinh-phu
			version: 1
			valid_from: 2024-01-01
			period: MONTH
			name: Báo cáo thử gánh nặng | Trial of burden
			content: Thử | Trial
			legal_basis: Không có
			source: unverified
			subjects: [PROVINCE]
			methods: [system]
			guidance: Thử | Trial
			rule: {cut_off: decree, working_days: 5, opens_days_before: 29}
			burden: {hours_on_paper: 4, hours_electronic: 99, reports_in_year: 99, source: "Khảo sát thử 2025"}
			tables:
			  - code: B1
			    title: Việc làm | Work
			    columns:
			      - {code: C1, path: [Nam | Men], indicator: LD0301, breakdown: SEX=M}
			      - {code: C2, path: [Nữ | Women], indicator: LD0301, breakdown: SEX=F}
			    rows:
			      - {code: R1, mark: "1", name: Lao động | Workers}
			""";

	@Autowired
	private BeanFactory program;

	@Autowired
	private Regimes regimes;

	@Autowired
	private Burdens burdens;

	@Autowired
	private Agencies agencies;

	@Autowired
	private ReportActs acts;

	@Autowired
	private JsonMapper json;

	@LocalServerPort
	private int port;

	@BeforeEach
	void twelveReports() {
		if (regimes.find(CODE).isEmpty()) {
			new ReportedFigures(program).load(FILE).load(FILE.replace(CODE.value(), FRESH.value()));
			Opening opening = opening();
			List<Agency> provinces = agencies.all(Agency.Level.PROVINCE, opening.period().to()).stream().sorted(Comparator.comparing(Agency::code)).toList();
			for (int at = 0; at < 9; at++) {
				report(opening, provinces.get(at), ValueSource.TYPED, 10);
			}
			report(opening, provinces.get(9), ValueSource.FILE, 20);
			report(opening, provinces.get(10), ValueSource.API, 20);
			assertThat(burdens.of(regime()).here()).as("one too few").isEqualTo(new MeasuredHours(9, null, 0));
			report(opening, provinces.get(11), ValueSource.TYPED, 28);
		}
	}

	@Test
	void reportsOfAYearAreCountedFromWhoWouldOweThemAndNothingIsSaidOfTooFewHours() {
		RegimeBurden burden = burdens.of(regimes.find(FRESH).orElseThrow());
		assertThat(burden.reporters()).isEqualTo(34);
		assertThat(burden.periods()).isEqualTo(12);
		assertThat(burden.reportsInYear()).isEqualTo(408);
		assertThat(burden.here()).isEqualTo(new MeasuredHours(0, null, 0));
		assertThat(burden.saving()).isNull();
		assertThat(officer().get("/bao-cao/che-do/" + FRESH).body()).contains("408: 34 đơn vị phải báo cáo × 12 kỳ", "Chưa đủ để đo: 0 trên ít nhất 10 báo cáo", "4 giờ. Nguồn: Khảo sát thử 2025");
	}

	@Test
	void roundsThatNobodyHasNamedYetAreCountedAsInTheYearBefore() {
		LocalDate today = LocalDate.now(vn.motcua.site.Page.ZONE);
		RegimeCode rounds = new RegimeCode("THU.GANHNANG.DOT");
		new ReportedFigures(program).load(FILE.replace(CODE.value(), rounds.value()).replace("period: MONTH", "period: WINDOW").replaceFirst("rule: .*",
				"rule: {cut_off: calendar, working_days: 1, opens_days_before: 9, windows: [{from: %s, to: %s}, {from: %s, to: %s}]}".formatted(today.minusMonths(20), today.minusMonths(20).plusDays(7),
						today.minusMonths(2), today.minusMonths(2).plusDays(7))));
		RegimeBurden burden = burdens.of(regimes.find(rounds).orElseThrow());
		assertThat(burden.yearFrom()).isEqualTo(today.minusYears(1));
		assertThat(burden.reportsInYear()).isEqualTo(34);
	}

	@Test
	void hoursAreTheTimeBetweenTheTracesOfOnePersonThatLieCloseTogether() {
		RegimeBurden burden = burdens.of(regime());
		assertThat(burden.here()).as("10 minutes to the second save, two hours off, 5 to the check, 15 to the sending").isEqualTo(new MeasuredHours(10, new BigDecimal("0.50"), 0));
		assertThat(burden.reporters()).as("those it was made out to").isEqualTo(34);
		assertThat(burden.saving()).isEqualTo(new Saving(new BigDecimal("1428.00"), 1428 * (64_800_000L / 2112)));
	}

	/** A look reads what was measured; only a report that was sent again is measured anew. */
	@Test
	void everySendingIsMeasuredOnce() {
		JdbcClient jdbc = program.getBean(JdbcClient.class);
		MeasuredHours hours = burdens.of(regime()).here();
		String rows = measured(jdbc);
		assertThat(burdens.of(regime()).here()).isEqualTo(hours);
		assertThat(measured(jdbc)).isEqualTo(rows).contains("workbook or program");
		int agency = jdbc.sql("select min(agency) from reporting.report_hours where regime = :regime and seconds > 0").param("regime", regime().number()).query(Integer.class).single();
		jdbc.sql("update reporting.report_hours set sent_at = sent_at - interval '1 day', seconds = 1 where regime = :regime and agency = :agency").param("regime", regime().number()).param("agency", agency).update();
		assertThat(burdens.of(regime()).here()).isEqualTo(hours);
		assertThat(jdbc.sql("select seconds from reporting.report_hours where regime = :regime and agency = :agency").param("regime", regime().number()).param("agency", agency).query(Double.class).single())
			.isEqualTo(1800.0);
	}

	private String measured(JdbcClient jdbc) {
		return jdbc.sql("select string_agg(agency || ' ' || xmin || ' ' || coalesce(seconds::text, 'workbook or program'), ', ' order by agency) from reporting.report_hours where regime = :regime")
			.param("regime", regime().number()).query(String.class).single();
	}

	@Test
	void everyParameterStandsOnThePageInTheInterfaceAndInTheTable() {
		Visit officer = officer();
		assertThat(officer.get("/bao-cao/che-do/" + CODE).body()).contains("tiết kiệm khoảng 1.428 giờ", "0,5 giờ, trung vị đo được của 10 báo cáo", "khoảng dài hơn 30 phút không tính",
				"30.681", "64.800.000", "2.112", "từ 01/01/2024").doesNotContain("Mô phỏng");
		assertThat(officer.get("/bao-cao/che-do/" + CODE + "?lang=en").body()).contains("saves about 1,428 working hours", "0.5 hours, the measured median of 10 reports", "longer than 30 minutes",
				"Income by the survey of living standards");
		JsonNode burden = json.readTree(officer.get("/api/reporting/v1/regimes/" + CODE + "?lang=vi", "application/json").body()).at("/burden");
		assertThat(burden.at("/reportsInYear").asInt()).isEqualTo(408);
		assertThat(burden.at("/hoursHere").decimalValue()).isEqualByComparingTo("0.5");
		assertThat(burden.at("/measuredReports").asInt()).isEqualTo(10);
		assertThat(burden.at("/parameters/idleMinutes").asInt()).isEqualTo(30);
		assertThat(burden.at("/parameters/validFrom").asString()).isEqualTo("2024-01-01");
		assertThat(burden.at("/hourVnd").asLong()).isEqualTo(30_681);
		assertThat(burden.at("/saving/amountVnd").asLong()).isEqualTo(1428 * 30_681L);
		String csv = officer.get("/bao-cao/che-do/ganh-nang.csv").body();
		assertThat(csv.lines().filter(line -> line.startsWith(CODE + ","))).singleElement().asString()
			.contains(",34,12," + LocalDate.now(vn.motcua.site.Page.ZONE) + ",408,4,Khảo sát thử 2025,0.5,10,0,10,500,30,12,64800000,2112,30681,", ",1428,43812468");
		assertThat(csv.lines().count()).isEqualTo(regimes.all().size() + 1L);
		assertThat(officer.get("/bao-cao/che-do").body()).contains("/bao-cao/che-do/ganh-nang.csv");
	}

	private void report(Opening opening, Agency province, ValueSource source, int minutes) {
		Regime regime = regime();
		ReportAddress address = new ReportAddress(regime, opening, province);
		Actor clerk = source == ValueSource.API ? actor("system", province, Actor.Kind.AGENCY_SYSTEM, Permission.REPORT_VIEW, Permission.REPORT_FILL)
				: actor("clerk", province, Actor.Kind.OFFICER, Permission.REPORT_VIEW, Permission.REPORT_FILL);
		Actor leader = actor("leader", province, Actor.Kind.OFFICER, Permission.REPORT_VIEW, Permission.REPORT_APPROVE);
		Instant begins = opening.opensAt().plus(Duration.ofHours(30));
		save(address, 0, source, clerk, begins);
		save(address, 1, source, clerk, begins.plus(Duration.ofMinutes(minutes)));
		Instant again = begins.plus(Duration.ofMinutes(minutes + 120));
		save(address, 0, source, clerk, again);
		act(address, Act.CHECK, clerk, again.plus(Duration.ofMinutes(5)));
		act(address, Act.APPROVE, leader, again.plus(Duration.ofMinutes(10)));
		act(address, Act.SEND, clerk, again.plus(Duration.ofMinutes(20)));
	}

	private void save(ReportAddress address, int cell, ValueSource source, Actor clerk, Instant at) {
		ToldTime.at(at, () -> {
			Sheets sheets = program.getBean(Sheets.class);
			int version = sheets.sheet(address.key()).version();
			sheets.save(address.key(), List.of(new CellChange(cell, BigDecimal.valueOf(100 + version), null)), source, clerk);
		});
	}

	private void act(ReportAddress address, Act act, Actor actor, Instant at) {
		ToldTime.at(at, () -> acts.act(address, ReportAct.of(act), actor));
	}

	/** The last that opened more than three days ago. */
	private Opening opening() {
		LocalDate today = LocalDate.now(vn.motcua.site.Page.ZONE);
		Opening opening = regimes.periods(regime().number(), today.minusMonths(4), today.plusMonths(1)).stream()
			.filter(one -> one.opensAt().isBefore(Instant.now().minus(Duration.ofDays(3)))).reduce((_, later) -> later).orElseThrow();
		program.getBean(PeriodOpening.class).open(regime(), opening);
		return regimes.period(regime().number(), opening.period().code()).orElseThrow();
	}

	private static Actor actor(String role, Agency agency, Actor.Kind kind, Permission first, Permission... others) {
		Set<Permission> permissions = EnumSet.of(first, others);
		return new Actor(kind, UUID.nameUUIDFromBytes((role + agency.id()).getBytes(StandardCharsets.UTF_8)), role, null, agency.id(), permissions);
	}

	private Regime regime() {
		return regimes.find(CODE).orElseThrow();
	}

	private Visit officer() {
		return Visit.signedIn(port, "baocao.bacninh");
	}

}
