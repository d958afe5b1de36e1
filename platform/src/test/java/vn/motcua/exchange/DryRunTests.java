package vn.motcua.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import vn.motcua.AgencySystem;
import vn.motcua.MotCuaTest;
import vn.motcua.dossier.SentCodes;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.DossierCode;
import vn.motcua.site.Page;

/** A dry run says of every line what the ledger would say, and leaves nothing behind. */
@MotCuaTest
class DryRunTests {

	/** Nobody else's: both sides of that day are compared. */
	private static final LocalDate DAY = LocalDate.now(Page.ZONE).minusDays(241);

	private static final Instant MORNING = DAY.atTime(8, 0).atZone(Page.ZONE).toInstant();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate jdbc;

	private AgencySystem system;

	private final UUID hanoi = SystemPrograms.account("hanoi-demo");

	@BeforeEach
	void signIn() {
		system = AgencySystem.hanoi(port);
	}

	@Test
	void whatIsRejectedForRealIsRejectedInADryRun() {
		DossierCode whole = code();
		DossierCode refused = code();
		DossierCode known = code();
		DossierCode nameless = code();
		DossierCode other = code();
		system.taken(line(known, 1, 1, 0, ""), line(known, 5, 9, 300, ""));
		String[] batch = { line(whole, 4, 10, 90, ""), line(whole, 1, 1, 0, ""), line(whole, 2, 2, 10, ""), line(whole, 3, 9, 60, ""), line(whole, 5, 4, 120, ""), line(whole, 2, 4, 20, ""),
				line(refused, 1, 3, 10, ""), line(refused, 2, 4, 20, ""), line(refused, 3, 8, 30, ""),
				line(known, 1, 1, 0, ""), line(known, 5, 10, 300, ""), line(known, 2, 2, 60, ""), line(known, 6, 8, 400, ""), line(known, 7, 4, 500, ""),
				line(nameless, 1, 1, 0, "").replaceFirst(",\"applicant\":\\{[^}]*}", ""), line(nameless, 2, 2, 10, ""), line(other, 1, 1, 0, ""),
				line(other, 2, 2, 10, "").replace("1.001193", "2.000815"), line(code(), 1, 1, 0, "").replace("\"agency\":\"H26\"", "\"agency\":\"H29\""),
				line(code(), 1, 1, 0, "").replace("001190000001", "12"), line(code(), 1, 1, 0, ",\"channel\":\"FAX\""), "{" };
		List<String> tried = system.tried(batch);
		assertThat(tried).contains("applied", "stale", "duplicate", "rejected /status dossier.sync.move", "rejected /seq dossier.sync.seq-taken", "rejected /applicant dossier.sync.applicant-missing",
				"rejected /procedure dossier.sync.procedure-other", "rejected /channel dossier.sync.channel");
		assertThat(system.lines(batch)).isEqualTo(tried);
		assertThat(system.tried(batch)).as("what was recorded is known").doesNotContain("applied");
	}

	@Test
	void nothingIsLeftBehind() {
		DossierCode code = code();
		String day = "/api/sync/v1/digest?agency=H26&day=" + DAY;
		String digest = system.gets(day).body();
		int differences = count("select count(*) from exchange.day_statement where day = '" + DAY + "'");
		int rejections = count("select count(*) from exchange.rejection where sender = '" + hanoi + "'");
		int lines = count("select coalesce(sum(lines), 0) from exchange.use where participant = '" + hanoi + "'");
		assertThat(system.tried(line(code, 1, 1, 0, ""), line(code, 2, 9, 10, ""), line(code, 3, 99, 20, ""))).containsExactly("applied", "applied", "rejected /status dossier.sync.number-between");
		assertThat(system.gets(day).body()).isEqualTo(digest);
		assertThat(count("select count(*) from dossier.dossier where code = '" + code + "'") + count("select count(*) from dossier.event where code = '" + code + "'")).isZero();
		assertThat(count("select count(*) from exchange.day_statement where day = '" + DAY + "'")).isEqualTo(differences);
		assertThat(count("select count(*) from exchange.rejection where sender = '" + hanoi + "'")).isEqualTo(rejections);
		assertThat(count("select coalesce(sum(lines), 0) from exchange.use where participant = '" + hanoi + "'")).as("of the day's lines none is used").isEqualTo(lines);
		assertThat(system.lines(line(code, 1, 1, 0, ""))).as("its numbers are free").containsExactly("applied");
	}

	@Test
	void findingsAreInTheLanguageThatTheSystemAsksFor() {
		String wrong = line(code(), 1, 1, 0, "").replace("1.001193", "1.999999");
		assertThat(system.sends(wrong, "Accept-Language", "en").body()).contains("The catalogue has no such procedure.");
		assertThat(system.sends(wrong, "Accept-Language", "vi").body()).contains("Danh mục không có thủ tục này.");
		assertThat(system.sends(wrong).body()).contains("Danh mục không có thủ tục này.");
	}

	private int count(String sql) {
		return jdbc.queryForObject(sql, Integer.class);
	}

	private static DossierCode code() {
		return SentCodes.next("H26", DAY);
	}

	private static String line(DossierCode code, int seq, int status, int minutes, String more) {
		return """
				{"agency":"H26","code":"%s","procedure":"1.001193","seq":%d,"status":%d,"at":"%s","applicant":{"name":"Nguyễn Văn Bảy","number":"001190000001"}%s}"""
			.formatted(code, seq, status, MORNING.plus(minutes, ChronoUnit.MINUTES), more);
	}

}
