package vn.motcua.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.agent.AgentFolder.free;
import static vn.motcua.agent.AgentFolder.said;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import vn.motcua.sdk.Status;
import vn.motcua.sdk.SyncLine;

/** The agent as a process of its own, as an integrator runs it. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class AgentTests {

	private static final int DOSSIERS = 12_000;

	private static final int STEPS = 5;

	@TempDir
	private Path folder;

	private SmallLedger ledger;

	private AgentFolder agent;

	@BeforeEach
	void open() throws Exception {
		ledger = new SmallLedger();
		agent = AgentFolder.in(folder, ledger);
	}

	@AfterEach
	void close() {
		ledger.close();
	}

	@Test
	void killedAtAnyMomentItLosesNothingAndSendsNothingTwiceAndItsMemoryIsBounded() throws Exception {
		agent.settings("");
		large(folder.resolve("export/a.csv"));
		for (int round = 1; round <= 3; round++) {
			Process process = agent.start("run");
			ledger.await(round * 11_000);
			process.destroyForcibly().waitFor();
		}
		Process process = agent.start("run");
		ledger.await(DOSSIERS * STEPS);
		process.destroy();
		assertThat(process.waitFor()).isIn(0, 143);
		assertThat(ledger.conflicts()).as("a number never says two things").isZero();
		Map<String, SyncLine> lines = ledger.lines();
		assertThat(lines).hasSize(DOSSIERS * STEPS);
		for (int dossier = 0; dossier < DOSSIERS; dossier += 97) {
			String code = code(dossier);
			assertThat(IntStream.rangeClosed(1, STEPS).mapToObj(seq -> lines.get(code + "/" + seq).note()).toList()).as("in the order of the rows")
				.containsExactly("Bước 1", "Bước 2", "Bước 3", "Bước 4", "Bước 5");
		}
		ledger.comparing();
		assertThat(said(agent.start("reconcile", "--all"), 0)).last().asString().contains("30", "khớp");
		assertThat(ledger.comparing()).as("thirty equal days are asked for and told at once").isEqualTo(2);
	}

	@Test
	void comparesBothSidesAndSendsAgainOnlyWhatTheLedgerLacks() throws Exception {
		agent.settings("");
		agent.csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a", "H26-260305-0001;1.001193;2;05/03/2026 09:00;Lan;b", "H26-260305-0002;1.001193;1;05/03/2026 08:30;Hùng;c",
				"H26-260305-0003;9.999999;1;05/03/2026 08:30;Minh;rejected", "H62-260305-0001;9.999999;1;05/03/2026 08:30;Minh;of an agency that nobody knows");
		Process process = agent.start("run");
		ledger.await(3);
		process.destroy();
		process.waitFor();
		assertThat(said(agent.start("reconcile"), 0)).as("March is not among the last thirty days").anySatisfy(line -> assertThat(line).contains("1 ngày cũ hơn", "--all"));
		assertThat(said(agent.start("reconcile", "--all"), 0)).as("a rejected line is no difference").last().asString().contains("1 ngày khớp");
		ledger.busy(2);
		assertThat(said(agent.start("reconcile", "--all"), 0)).as("waits as long as it is asked to").last().asString().contains("1 ngày khớp");
		ledger.lose("H26-260305-0001/2");
		assertThat(said(agent.start("reconcile", "--all"), 1)).as("what it is about, before it takes its time").anySatisfy(line -> assertThat(line).contains("3", "2", "gửi lại 1, còn khác 0"))
			.first().asString().startsWith("Đang đối soát. Đã gửi dòng của 2 ngày");
		assertThat(ledger.lines()).hasSize(3);
		assertThat(said(agent.start("reconcile", "--all"), 0)).last().asString().contains("1 ngày khớp");
		assertThat(Files.readString(folder.resolve("state/rejected.ndjson"))).contains("dossier.sync.procedure-unknown", "H26-260305-0003", "\"source\":\"a.csv\",\"row\":5,\"line\":");
	}

	@Test
	void comparesDaysBetweenOfWhichOnlyTheLedgerHasDossiers() throws Exception {
		agent.settings("");
		agent.csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a", "H26-260307-0001;1.001193;1;07/03/2026 08:00;Lan;a");
		said(agent.start("once"), 0);
		ledger.gain(SyncLine.of("H26", "H26-260306-0009", "1.001193", 1, Status.SUBMITTED, Instant.parse("2026-03-06T01:00:00Z")));
		assertThat(said(agent.start("reconcile", "--all"), 1)).contains("  H26-260306-0009 dòng 1: chỉ sổ cái có").last().asString().contains("3 ngày, 2 ngày khớp");
	}

	@Test
	void aRejectedRowThatIsMendedIsSentAgainUnderItsNumberAndOthersAreNot() throws Exception {
		agent.settings("");
		agent.csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a", "H26-260305-0001;9.999999;2;05/03/2026 09:00;Lan;b", "H26-260305-0001;1.001193;4;05/03/2026 10:00;Lan;c");
		assertThat(said(agent.start("once"), 1)).contains("Cả 1 lỗi, từng dòng một: " + folder.resolve("state/findings.csv"));
		assertThat(Files.readString(folder.resolve("state/findings.csv"))).contains("\"a.csv\",3,\"TTHC\",dossier.sync.procedure-unknown,\"9.999999\",\"?\",\"H26-260305-0001\",2\r\n");
		assertThat(said(agent.start("once"), 1)).as("as long as it is not mended").first().asString().startsWith("Cả 1 lỗi");
		Process process = agent.start("run");
		ledger.await(2);
		agent.csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a", "H26-260305-0001;1.001193;2;05/03/2026 09:00;Lan;b", "H26-260305-0001;1.001193;4;05/03/2026 10:00;Lan;c");
		ledger.await(3);
		process.destroy();
		process.waitFor();
		assertThat(ledger.lines()).containsOnlyKeys("H26-260305-0001/1", "H26-260305-0001/2", "H26-260305-0001/3");
		assertThat(ledger.lines().get("H26-260305-0001/2").note()).isEqualTo("b");
		said(agent.start("once"), 0);
		assertThat(folder.resolve("state/findings.csv")).doesNotExist();
	}

	@Test
	void nothingOfADossierIsSentWhoseStepsContradictEachOtherUntilTheyAreMended() throws Exception {
		agent.settings("");
		String[] rows = { "H26-260305-0001;1.001193;9;05/03/2026 08:30;Lan;a", "H26-260305-0001;1.001193;1;05/03/2026 09:05;Lan;b", "H26-260305-0001;1.001193;2;05/03/2026 09:10;Lan;c",
				"H26-260305-0002;1.001193;1;05/03/2026 09:00;Minh;d" };
		agent.csv(rows);
		assertThat(said(agent.start("once"), 1)).last().asString().startsWith("1 dòng được ghi nhận, 0 đã có, 0 đến muộn, 0 bị từ chối, 3 lỗi");
		assertThat(ledger.lines()).containsOnlyKeys("H26-260305-0002/1");
		assertThat(Files.readString(folder.resolve("state/findings.csv"))).contains("\"a.csv\",2,\"\",order-first,\"H26-260305-0001: 9 05/03/2026 08:30:00 (a.csv:2) → 1 05/03/2026 09:05:00 (a.csv:3)\"",
				"\"a.csv\",3,\"\",order-then", "\"a.csv\",4,\"\",order-then");
		rows[0] = rows[0].replace("08:30", "10:30");
		agent.csv(rows);
		said(agent.start("once"), 0);
		assertThat(ledger.lines()).containsOnlyKeys("H26-260305-0001/1", "H26-260305-0001/2", "H26-260305-0001/3", "H26-260305-0002/1");
		agent.csv(rows[0], rows[1], rows[2], "H26-260305-0001;1.001193;1;05/03/2026 11:00;Lan;e", "H26-260305-0001;1.001193;10;05/03/2026 12:00;Lan;f", rows[3]);
		assertThat(said(agent.start("once"), 1)).as("the ledger decides what follows a step that it has").last().asString().startsWith("1 dòng được ghi nhận, 0 đã có, 0 đến muộn, 1 bị từ chối");
		assertThat(Files.readString(folder.resolve("state/findings.csv"))).as("with the step that it cannot follow")
			.contains("\"a.csv\",5,\"Trạng thái\",dossier.sync.move,\"\",\"? H26-260305-0001: 9 05/03/2026 10:30:00 (a.csv:2) → 1 05/03/2026 11:00:00 (a.csv:5)\"");
	}

	@Test
	void aRowThatIsADossierGrowsByItsNewStatusOnly() throws Exception {
		Files.writeString(folder.resolve("agent.yaml"), """
				server: %s
				client: { id: a, secret: b }
				page: { port: 0 }
				source: { folder: export, settled: 0s }
				mapping:
				  code: Mã
				  procedure: TTHC
				  agency: { value: H26 }
				  steps: [{ status: 2, at: Nhận }, { status: 9, at: Xong }]
				  officer: Cán bộ
				  note: Ghi chú
				""".formatted(ledger.address()));
		String columns = "Mã;TTHC;Nhận;Xong;Cán bộ;Ghi chú";
		agent.table(columns, "H26-260305-0001;1.001193;05/03/2026 08:00;;Hoa;chờ giấy");
		said(agent.start("once"), 0);
		agent.table(columns, "H26-260305-0001;1.001193;05/03/2026 08:00;06/03/2026 08:00;Lợi;");
		said(agent.start("once"), 0);
		assertThat(ledger.lines()).containsOnlyKeys("H26-260305-0001/1", "H26-260305-0001/2");
		assertThat(ledger.lines().get("H26-260305-0001/1").note()).isEqualTo("chờ giấy");
		assertThat(ledger.lines().get("H26-260305-0001/2").officer()).isEqualTo("Lợi");
		agent.table(columns, "H26-260305-0001;1.001193;05/03/2026 08:00;06/03/2026 08:00;Lợi;đổi sau");
		assertThat(said(agent.start("once"), 1)).as("what no new status carries is told").last().asString().contains("1 lỗi");
		assertThat(ledger.lines()).hasSize(2);
	}

	@Test
	void bringsTheInboxIntoAFolderAndShowsHowItStands() throws Exception {
		int port = free();
		agent.settings("page: { port: " + port + " }\ninbox: { agency: H26, folder: inbox, every: 1s }\n");
		agent.csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a", "H26-260305-0002;1.001193;Lạ;05/03/2026 08:00;<b>Lan</b>;b");
		ledger.offer("""
				{"id":"7","code":"H26-260305-0009","agency":"H26","procedure":"1.001193","submittedAt":"2026-03-05T08:00:00+07:00","applicant":{"name":"Lan"},"answers":{"a":1},
				"files":[{"id":"f","component":"c","name":"../giấy.pdf","mediaType":"application/pdf","bytes":5,
				"sha256":"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824","url":"/api/sync/v1/inbox/7/files/f"}]}""");
		Process process = agent.start("run");
		ledger.await(1);
		synchronized (ledger) {
			while (ledger.acknowledged().isEmpty()) {
				ledger.wait(100);
			}
		}
		String page = get("http://localhost:" + port + "/?lang=en");
		assertThat(page).contains("Not in order: rows were not sent", "a.csv:3 [Trạng thái]", "<html lang=\"en\">").doesNotContain("<b>Lan");
		assertThat(get("http://localhost:" + port + "/metrics")).contains("motcua_agent_in_order 0.0", "motcua_sdk_lines_applied_total 1", "motcua_agent_findings 1.0", "motcua_agent_lag_seconds");
		assertThat(said(agent.start("once"), 1)).as("in the language of the file").singleElement().asString().startsWith("Một tiến trình trạm nối khác đang dùng thư mục");
		assertThat(get("http://localhost:" + port + "/findings.csv")).contains("\"a.csv\",3,\"Trạng thái\",unmapped,\"Lạ\"");
		process.destroy();
		process.waitFor();
		Process again = agent.start("run");
		try (BufferedReader out = again.inputReader(StandardCharsets.UTF_8)) {
			assertThat(out.readLine()).contains("Trạm nối đang chạy");
		}
		assertThat(get("http://localhost:" + port + "/")).as("read before it was started again").contains("05/03/2026 08:00:00");
		assertThat(get("http://localhost:" + port + "/metrics")).contains("motcua_agent_rows_total 0", "motcua_agent_lines_total 0", "motcua_agent_latest_change_seconds 1.7726724E9");
		again.destroy();
		again.waitFor();
		assertThat(folder.resolve("inbox/H26-260305-0009/01-_.._giấy.pdf")).hasContent("hello");
		assertThat(folder.resolve("inbox/H26-260305-0009/dossier.json")).content().contains("\"answers\":{\"a\":1}");
	}

	@Test
	void aRefusalIsOnThePageWithEachMember() throws Exception {
		int port = free();
		agent.settings("page: { port: " + port + " }\ninbox: { agency: H99, folder: inbox, every: 1s }\n");
		ledger.refuse("{\"detail\":\"Có thông tin cần sửa.\",\"code\":\"common.fields\",\"errors\":[{\"pointer\":\"/agency\",\"code\":\"dossier.sync.agency-unknown\",\"message\":\"Không có cơ quan nào.\"}]}");
		agent.csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a");
		Process process = agent.start("run");
		ledger.await(1);
		ledger.awaitRefusals(2);
		assertThat(get("http://localhost:" + port + "/")).contains("Có thông tin cần sửa. (common.fields) [/agency dossier.sync.agency-unknown: Không có cơ quan nào.]");
		process.destroy();
		process.waitFor();
	}

	private static String code(int dossier) {
		return String.format("H26-2603%02d-%05d", 1 + dossier % 30, dossier);
	}

	private static void large(Path file) throws Exception {
		try (BufferedWriter out = Files.newBufferedWriter(file)) {
			out.write("Mã;TTHC;Trạng thái;Lúc;Tên;Ghi chú;Thêm\n");
			for (int step = 1; step <= STEPS; step++) {
				for (int dossier = 0; dossier < DOSSIERS; dossier++) {
					out.write(code(dossier) + ";1.001193;4;30/03/2026 0" + step + ":00;Nguyễn Văn " + dossier + ";Bước " + step + ";" + "x".repeat(200) + "\n");
				}
			}
		}
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
	}

	private static String get(String address) throws Exception {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString()).body();
	}

}
