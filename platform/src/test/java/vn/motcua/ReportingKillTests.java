package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program and its database are killed while a clerk saves figures: what was acknowledged stands, and every total is what the entries say. */
class ReportingKillTests {

	private static final ConditionFactory WITHIN_A_MINUTE = Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(20));

	private static final String REGIME = "AAA.THANG";

	/** Always one period of it is open, and it is the first to be opened. */
	private static final String FILE = """
			code: AAA.THANG
			owner: van-phong-chinh-phu
			version: 1
			valid_from: 2020-01-01
			period: MONTH
			name: "Báo cáo thử | Trial report"
			content: "Tai nạn giao thông | Road accidents"
			legal_basis: "Nghị định 09/2019/NĐ-CP"
			source: "unverified"
			subjects: [PROVINCE]
			methods: [system]
			guidance: "Nhập số liệu. | Enter the figures."
			rule: {cut_off: calendar, working_days: 5, opens_days_before: 60}
			burden: {hours_on_paper: 1, hours_electronic: 1, reports_in_year: 12, source: unverified}
			tables:
			  - code: B01
			    title: "Tai nạn giao thông | Traffic accidents"
			    columns:
			      - {code: V, path: ["Số liệu | Figure"]}
			    rows:
			      - {code: R1, mark: "1", name: "Vụ cháy (vụ) | Fires (cases)", indicator: XH0604}
			""";

	private static final Map<String, String> SOON = Map.of("MOTCUA_REPORTING_OPENS_AFTER", "PT1S");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final AtomicBoolean stop = new AtomicBoolean();

	private final AtomicInteger port = new AtomicInteger();

	private final AtomicInteger sent = new AtomicInteger();

	private final AtomicInteger acknowledged = new AtomicInteger();

	@Test
	void whatWasAcknowledgedStandsAndTotalsAgree(@TempDir Path folder) throws Exception {
		Path data = folder.resolve("var");
		Program.Finished loaded = Program.run("load", Files.writeString(folder.resolve("regime.yaml"), FILE).toString(), "--data", data.toString());
		assertThat(loaded.status()).as(loaded.output()).isZero();
		Program program = Program.start(data, 0, SOON);
		port.set(program.port());
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Visit clerk = Visit.signedIn(program.port(), "baocao.bacninh");
			JsonNode report = report(clerk);
			String path = REGIME + "/" + report.get("period").asString() + "/" + report.get("agency").asString();
			Future<?> saving = threads.submit(() -> save(clerk, "/api/reporting/v1/submissions/" + path + "/values"));
			try {
				WITHIN_A_MINUTE.until(() -> acknowledged.get() >= 50);
				program.kill(true);
				program = Program.start(data, 0, SOON);
				port.set(program.port());
				int before = acknowledged.get();
				WITHIN_A_MINUTE.until(() -> acknowledged.get() > before);
			}
			finally {
				stop.set(true);
			}
			saving.get();
			JsonNode changes = JSON.readTree(clerk.at(port.get()).get("/api/reporting/v1/sheets/" + path + "?since=0").body()).get("changes");
			assertThat(changes.size()).isEqualTo(1);
			assertThat(changes.get(0).get("value").asString()).isEqualTo(Integer.toString(acknowledged.get()));
		}
		finally {
			program.close();
		}
		Program.Finished verified = Program.run("reporting", "verify", "--data", data.toString());
		assertThat(verified.status()).as(verified.output()).isZero();
	}

	/** Once the platform has made the reports of the period out. */
	private static JsonNode report(Visit clerk) {
		JsonNode[] found = new JsonNode[1];
		WITHIN_A_MINUTE.until(() -> {
			HttpResponse<String> answer = clerk.get("/api/reporting/v1/regimes/" + REGIME + "/obligations?agency=H05");
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
			found[0] = JSON.readTree(answer.body()).get("items").path(0);
			return found[0].has("period");
		});
		return found[0];
	}

	/** One figure after another, each once; whose answer never came is sent again. */
	private void save(Visit clerk, String path) {
		Visit visit = clerk;
		int at = port.get();
		while (!stop.get() || sent.get() > acknowledged.get()) {
			int value = acknowledged.get() + 1;
			sent.set(value);
			try {
				if (port.get() != at) {
					at = port.get();
					visit = clerk.at(at);
				}
				HttpResponse<String> answer = visit.api("PUT", path, "{\"values\":[{\"indicator\":\"XH0604\",\"value\":" + value + "}]}");
				if (answer.statusCode() == 200) {
					acknowledged.set(value);
				}
				else {
					assertThat(answer.statusCode()).as(answer.body()).isIn(500, 503);
				}
			}
			catch (UncheckedIOException killedMeanwhile) {
				LockSupport.parkNanos(20_000_000);
			}
		}
	}

}
