package vn.motcua.exchange.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.WorkingCalendars;
import vn.motcua.site.Page;

/** What is counted of agencies' own systems, from lines that came over HTTP. */
@MotCuaTest
class QualityTests {

	private static final LocalDate DAY = LocalDate.now(Page.ZONE).minusDays(4);

	@LocalServerPort
	private int port;

	@Autowired
	private PulseWork pulse;

	@Autowired
	private BeanFactory program;

	@Autowired
	private SilenceWatch silence;

	@Autowired
	private WorkingCalendars calendars;

	@Autowired
	private Agencies agencies;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void figuresAreCountedFromTheLedgerAndReadingItAgainGivesTheSame() {
		SentLines.send(program, port, DAY, 30);
		Map<String, Object> first = counted();
		assertThat(jdbc.queryForObject("select hits from exchange.day_sign where agency = 'H26' and day = ? and sign = 'one-second'", Long.class, DAY)).isGreaterThanOrEqualTo(30);
		assertThat(jdbc.queryForObject("select sum(lines) from exchange.lag_hour where agency = 'H26'", Long.class)).isGreaterThanOrEqualTo(90);
		assertThat(jdbc.queryForObject("select max(n) from (select count(*) n from exchange.slow_line group by agency, hour) s", Long.class)).isLessThanOrEqualTo(10);
		assertThat(first).isNotEmpty();

		SentLines.count(program);
		assertThat(counted()).as("nothing new, nothing counted twice").isEqualTo(first);
		pulse.replay();
		SentLines.count(program);
		assertThat(counted()).as("read again from the beginning").isEqualTo(first);
	}

	@Test
	void historyThatIsLoadedWaitsForNoExamination() {
		LocalDate past = DAY.minusDays(60);
		SentLines.send(program, port, past, 1);
		SentLines.count(program);
		assertThat(days(past)).isZero();
		jdbc.update("insert into exchange.examined_day (agency, day, touched_at, examined_at) values ('H26', ?, now() - interval '1 hour', now())", past);
		pulse.forget();
		assertThat(days(past)).isZero();
	}

	private long days(LocalDate day) {
		return jdbc.queryForObject("select count(*) from exchange.examined_day where agency = 'H26' and day = ?", Long.class, day);
	}

	@Test
	void whileAnotherNodeReadsNobodyKnowsWhetherThereIsMore() {
		SentLines.count(program);
		assertThat(pulse.behind()).isFalse();
		program.getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
			jdbc.queryForList("select 1 from dossier.checkpoint where consumer = ? for update", PulseWork.CONSUMER);
			Thread other = Thread.ofVirtual().start(pulse::readOn);
			try {
				other.join();
			}
			catch (InterruptedException stopping) {
				Thread.currentThread().interrupt();
			}
			assertThat(pulse.behind()).isTrue();
		});
		pulse.readOn();
	}

	@Test
	void everyFigureOpensToItsLines() {
		SentLines.send(program, port, DAY, 30);
		Visit centre = Visit.signedIn(port, "quantri");
		assertThat(centre.get("/quan-tri/lien-thong/so-lieu").body()).contains("H26");
		assertThat(centre.get("/quan-tri/lien-thong/so-lieu/H26").body()).contains("/quan-tri/lien-thong/so-lieu/H26/dau-hieu/one-second");
		assertThat(centre.get("/quan-tri/lien-thong/so-lieu/H26/dau-hieu/one-second").body()).contains("/tra-cuu?ma=H26-");
		assertThat(centre.get("/quan-tri/lien-thong/so-lieu/H26/do-tre").body()).contains("/tra-cuu?ma=H26-");
		assertThat(centre.get("/quan-tri/lien-thong/so-lieu.csv").body()).contains("\nH26,");
		assertThat(centre.get("/api/exchange/v1/figures/H26").body()).contains("\"medianSeconds\"");
		assertThat(centre.get("/api/exchange/v1/figures/H26/signs/one-second?limit=1").body()).contains("\"next\":\"");
		assertThat(centre.get("/api/exchange/v1/differences").statusCode()).isEqualTo(200);
		assertThat(centre.get("/quan-tri/lien-thong/so-lieu/H26/dau-hieu/khong-co").statusCode()).isEqualTo(404);
		assertThat(centre.get("/quan-tri/lien-thong/so-lieu/X99").statusCode()).isEqualTo(404);
		assertThat(centre.get("/quan-tri/lien-thong/so-lieu?sau=%00").statusCode()).isEqualTo(422);
	}

	@Test
	void anAgencySeesItselfAndThoseUnderIt() {
		SentLines.send(program, port, DAY, 1);
		seen("H29");
		Visit own = Visit.signedIn(port, "quantri.hanoi");
		assertThat(own.get("/quan-tri/lien-thong/so-lieu").body()).contains("H26").doesNotContain("H29");
		assertThat(own.get("/quan-tri/lien-thong/so-lieu/H26").statusCode()).isEqualTo(200);
		assertThat(own.get("/quan-tri/lien-thong/so-lieu/H29").statusCode()).isEqualTo(404);
		assertThat(own.get("/api/exchange/v1/figures/H29").statusCode()).isEqualTo(404);
		assertThat(own.get("/quan-tri/lien-thong/doi-soat?co-quan=H29").statusCode()).isEqualTo(404);
		assertThat(Visit.signedIn(port, "motcua.hanoi").get("/quan-tri/lien-thong/so-lieu").statusCode()).isEqualTo(403);
		jdbc.update("delete from exchange.sender_agency where agency = 'H29'");
	}

	/** It sent each working hour for weeks and stopped at noon. */
	@Test
	void whoSendsRegularlyAndStopsIsSilentUntilTheNextLine() {
		int id = seen("H17");
		ZonedDateTime noon = lastWorkingDay().atTime(10, 30).atZone(Page.ZONE);
		rhythm("H17", noon);
		assertThat(silence.look(noon.plusHours(2))).as("a pause as usual").isZero();
		assertThat(silence.look(noon.plusHours(6).plusMinutes(31))).as("the afternoon without a line").isEqualTo(1);
		assertThat(silence.look(noon.plusHours(6).plusMinutes(31))).as("told once").isZero();
		assertThat(silence.look(noon.plusDays(1).withHour(2))).isZero();
		assertThat(jdbc.queryForObject("select count(*) from exchange.silence where agency = 'H17' and ended_at is null", Long.class)).isEqualTo(1);
		assertThat(Visit.signedIn(port, "quantri").get("/thong-bao").body()).contains("H17");
		jdbc.update("update exchange.sender_agency set last_recorded_at = ? where agency = 'H17' and agency_id = ?", Timestamp.from(noon.plusHours(7).toInstant()), id);
		silence.look(noon.plusHours(7).plusMinutes(1));
		assertThat(jdbc.queryForObject("select count(*) from exchange.silence where agency = 'H17' and ended_at is null", Long.class)).isZero();
		jdbc.update("delete from exchange.sender_agency where agency = 'H17'");
		jdbc.update("delete from exchange.lag_hour where agency = 'H17'");
	}

	@Test
	void whoNeverSentRegularlyIsNotSilent() {
		seen("H18");
		ZonedDateTime noon = lastWorkingDay().atTime(10, 30).atZone(Page.ZONE);
		jdbc.update("update exchange.sender_agency set last_recorded_at = ? where agency = 'H18'", Timestamp.from(noon.minusDays(5).toInstant()));
		silence.look(noon);
		assertThat(jdbc.queryForObject("select count(*) from exchange.silence where agency = 'H18'", Long.class)).isZero();
		jdbc.update("delete from exchange.sender_agency where agency = 'H18'");
	}

	@Test
	void quantilesAreThoseOfTheLines() {
		Lag lag = Lag.of(Map.of(-1, 500L, 0, 50L, 8, 45L, 40, 5L));
		assertThat(lag.lines()).isEqualTo(100);
		assertThat(lag.history()).isEqualTo(500);
		assertThat(lag.medianSeconds()).isZero();
		assertThat(lag.p95Seconds()).isEqualTo(4);
		assertThat(lag.mostSeconds()).isEqualTo(1_217);
	}

	private void rhythm(String agency, ZonedDateTime until) {
		for (ZonedDateTime hour = until.minusDays(35).truncatedTo(ChronoUnit.HOURS); !hour.isAfter(until); hour = hour.plusHours(1)) {
			if (calendars.national().workingDay(hour.toLocalDate()) && hour.getHour() >= 8 && hour.getHour() <= 16) {
				jdbc.update("insert into exchange.lag_hour (agency, hour, class, lines) values (?, ?, 3, 5)", agency, Timestamp.from(hour.toInstant()));
			}
		}
		jdbc.update("update exchange.sender_agency set last_recorded_at = ? where agency = ?", Timestamp.from(until.toInstant()), agency);
	}

	private LocalDate lastWorkingDay() {
		LocalDate day = LocalDate.now(Page.ZONE).minusDays(1);
		while (!calendars.national().workingDay(day)) {
			day = day.minusDays(1);
		}
		return day;
	}

	private int seen(String code) {
		Agency agency = agencies.findByExchangeCode(code, LocalDate.of(2020, 8, 19)).orElseThrow();
		jdbc.update("""
				insert into exchange.sender_agency (agency, agency_id, above, root_id, first_recorded_at, last_recorded_at) values (?, ?, array[?], ?, now(), now())""", code,
				agency.id().value(), agency.id().value(), agency.id().value());
		return agency.id().value();
	}

	/** Everything that is counted, without when it was. */
	private Map<String, Object> counted() {
		Map<String, Object> all = new java.util.TreeMap<>();
		for (String query : List.of("select agency, hour, class, lines from exchange.lag_hour order by 1, 2, 3", "select * from exchange.slow_line order by 1, 2, 3, 4",
				"select * from exchange.day_sign order by 1, 2, 3", "select * from exchange.sign_line order by 1, 2, 3, 4", "select agency, day from exchange.examined_day order by 1, 2",
				"select * from exchange.sender_agency where agency = 'H26'")) {
			all.put(query, jdbc.queryForList(query).toString());
		}
		return all;
	}

}
