package vn.motcua.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.sdk.SyncLine;

/** The agent as a process of its own, as an integrator runs it. */
@Timeout(300)
class AgentTests {

	private static final int DOSSIERS = 12_000;

	private static final int STEPS = 5;

	private static final String MAPPING = """
			mapping:
			  code: Mã
			  procedure: TTHC
			  agency: { value: H26 }
			  status: Trạng thái
			  at: Lúc
			  applicant: { name: Tên }
			  note: Ghi chú
			""";

	@TempDir
	private Path folder;

	private SmallLedger ledger;

	@BeforeEach
	void open() throws Exception {
		ledger = new SmallLedger();
		Files.createDirectory(folder.resolve("export"));
	}

	@AfterEach
	void close() {
		ledger.close();
	}

	@Test
	void killedAtAnyMomentItLosesNothingAndSendsNothingTwiceAndItsMemoryIsBounded() throws Exception {
		settings("");
		large(folder.resolve("export/a.csv"));
		for (int round = 1; round <= 3; round++) {
			Process process = start("run");
			ledger.await(round * 11_000);
			process.destroyForcibly().waitFor();
		}
		Process process = start("run");
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
		assertThat(said(start("reconcile", "--all"), 0)).last().asString().contains("30", "khớp");
	}

	@Test
	void comparesBothSidesAndSendsAgainOnlyWhatTheLedgerLacks() throws Exception {
		settings("");
		csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a", "H26-260305-0001;1.001193;2;05/03/2026 09:00;Lan;b", "H26-260305-0002;1.001193;1;05/03/2026 08:30;Hùng;c",
				"H26-260305-0003;9.999999;1;05/03/2026 08:30;Minh;rejected", "H62-260305-0001;9.999999;1;05/03/2026 08:30;Minh;of an agency that nobody knows");
		Process process = start("run");
		ledger.await(3);
		process.destroy();
		process.waitFor();
		assertThat(said(start("reconcile"), 0)).as("March is not among the last thirty days").anySatisfy(line -> assertThat(line).contains("1 ngày cũ hơn", "--all"));
		assertThat(said(start("reconcile", "--all"), 0)).as("a rejected line is no difference").last().asString().contains("1 ngày khớp");
		ledger.busy(2);
		assertThat(said(start("reconcile", "--all"), 0)).as("waits as long as it is asked to").last().asString().contains("1 ngày khớp");
		ledger.lose("H26-260305-0001/2");
		assertThat(said(start("reconcile", "--all"), 1)).first().asString().contains("3", "2", "gửi lại 1, còn khác 0");
		assertThat(ledger.lines()).hasSize(3);
		assertThat(said(start("reconcile", "--all"), 0)).last().asString().contains("1 ngày khớp");
		assertThat(Files.readString(folder.resolve("state/rejected.ndjson"))).contains("dossier.sync.procedure-unknown", "H26-260305-0003");
	}

	@Test
	void aRejectedRowThatIsMendedIsSentAgainUnderItsNumberAndOthersAreNot() throws Exception {
		settings("");
		csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a", "H26-260305-0001;9.999999;2;05/03/2026 09:00;Lan;b", "H26-260305-0001;1.001193;4;05/03/2026 10:00;Lan;c");
		Process process = start("run");
		ledger.await(2);
		csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a", "H26-260305-0001;1.001193;2;05/03/2026 09:00;Lan;b", "H26-260305-0001;1.001193;4;05/03/2026 10:00;Lan;c");
		ledger.await(3);
		process.destroy();
		process.waitFor();
		assertThat(ledger.lines()).containsOnlyKeys("H26-260305-0001/1", "H26-260305-0001/2", "H26-260305-0001/3");
		assertThat(ledger.lines().get("H26-260305-0001/2").note()).isEqualTo("b");
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
		table(columns, "H26-260305-0001;1.001193;05/03/2026 08:00;;Hoa;chờ giấy");
		said(start("once"), 0);
		table(columns, "H26-260305-0001;1.001193;05/03/2026 08:00;06/03/2026 08:00;Lợi;");
		said(start("once"), 0);
		assertThat(ledger.lines()).containsOnlyKeys("H26-260305-0001/1", "H26-260305-0001/2");
		assertThat(ledger.lines().get("H26-260305-0001/1").note()).isEqualTo("chờ giấy");
		assertThat(ledger.lines().get("H26-260305-0001/2").officer()).isEqualTo("Lợi");
		table(columns, "H26-260305-0001;1.001193;05/03/2026 08:00;06/03/2026 08:00;Lợi;đổi sau");
		assertThat(said(start("once"), 1)).as("what no new status carries is told").last().asString().contains("1 lỗi");
		assertThat(ledger.lines()).hasSize(2);
	}

	@Test
	void tryCountsEachKindOfFindingAndNamesTheColumnsWhereOneIsMissing() throws Exception {
		settings("language: en\n");
		csv(IntStream.range(0, 1_200).mapToObj(i -> "H26-260305-%04d;1.001193;%s;05/03/2026 08:00;Lan;a".formatted(i, i < 1_190 ? "1" : "Lạ")).toArray(String[]::new));
		assertThat(said(start("try"), 1)).contains("  10 × unmapped [Trạng thái] \"Lạ\"", "1200 rows looked at, 1190 lines, 10 findings. Nothing was sent.")
			.filteredOn(line -> line.startsWith("  ! ")).hasSize(5);
		table("Mã;TTHC;Tình trạng;Lúc;Tên;Ghi chú", "H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a");
		assertThat(said(start("try"), 1)).contains("    Columns of this source: Mã, TTHC, Tình trạng, Lúc, Tên, Ghi chú").last().isEqualTo("1 rows looked at, 0 lines, 1 findings. Nothing was sent.");
	}

	@Test
	void tryShowsTheFirstRowsAndEveryFindingAndSendsNothing() throws Exception {
		settings("language: en\n");
		csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a", "H26-260305-0002;1.001193;Lạ;40/03/2026;Lan;b");
		List<String> said = said(start("try"), 1);
		assertThat(said).anySatisfy(line -> assertThat(line).contains("\"code\":\"H26-260305-0001\"", "\"at\":\"2026-03-05T01:00:00Z\""))
			.anySatisfy(line -> assertThat(line).contains("a.csv:3 [Trạng thái] unmapped:", "does not say what \"Lạ\" means"))
			.anySatisfy(line -> assertThat(line).contains("a.csv:3 [Lúc] moment:"));
		assertThat(said).last().isEqualTo("2 rows looked at, 1 lines, 2 findings. Nothing was sent.");
		assertThat(ledger.lines()).isEmpty();
		assertThat(Files.exists(folder.resolve("state"))).isFalse();
	}

	@Test
	void bringsTheInboxIntoAFolderAndShowsHowItStands() throws Exception {
		int port = free();
		settings("page: { port: " + port + " }\ninbox: { agency: H26, folder: inbox, every: 1s }\n");
		csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a", "H26-260305-0002;1.001193;Lạ;05/03/2026 08:00;<b>Lan</b>;b");
		ledger.offer("""
				{"id":"7","code":"H26-260305-0009","agency":"H26","procedure":"1.001193","submittedAt":"2026-03-05T08:00:00+07:00","applicant":{"name":"Lan"},"answers":{"a":1},
				"files":[{"id":"f","component":"c","name":"../giấy.pdf","mediaType":"application/pdf","bytes":5,
				"sha256":"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824","url":"/api/sync/v1/inbox/7/files/f"}]}""");
		Process process = start("run");
		ledger.await(1);
		synchronized (ledger) {
			while (ledger.acknowledged().isEmpty()) {
				ledger.wait(100);
			}
		}
		String page = get("http://localhost:" + port + "/?lang=en");
		assertThat(page).contains("In order", "a.csv:3 [Trạng thái]", "<html lang=\"en\">").doesNotContain("<b>Lan");
		assertThat(get("http://localhost:" + port + "/")).contains("Bình thường");
		assertThat(get("http://localhost:" + port + "/metrics")).contains("motcua_sdk_lines_applied_total 1", "motcua_agent_findings 1.0", "motcua_agent_lag_seconds");
		assertThat(get("http://localhost:" + port + "/findings.csv")).contains("\"a.csv\",3,\"Trạng thái\",unmapped,\"Lạ\"");
		process.destroy();
		process.waitFor();
		assertThat(folder.resolve("inbox/H26-260305-0009/01-_.._giấy.pdf")).hasContent("hello");
		assertThat(folder.resolve("inbox/H26-260305-0009/dossier.json")).content().contains("\"answers\":{\"a\":1}");
	}

	@Test
	void refusesAFileWithASlipOfThePenAndSaysWhere() throws Exception {
		settings("sorce: x\n");
		assertThat(said(start("try"), 2)).first().asString().startsWith("agent.yaml: sorce: is not known here; known are ");
	}

	@Test
	void theSampleHasOneFindingAndTwelveDossiers() throws Exception {
		Path sample = folder.resolve("sample");
		assertThat(said(java(List.of("sample", sample.toString())), 0)).hasSize(1);
		List<String> said = said(java(List.of("try", sample.resolve("agent.yaml").toString())), 1);
		assertThat(said).last().asString().contains("52", "51", "1 lỗi");
	}

	private void settings(String more) throws Exception {
		Files.writeString(folder.resolve("agent.yaml"), "server: " + ledger.address() + "\nclient: { id: a, secret: b }\nstate: state\n" + (more.contains("page") ? "" : "page: { port: 0 }\n")
				+ more + "source: { folder: export, every: 1s, settled: 0s }\n" + MAPPING);
	}

	private void csv(String... rows) throws Exception {
		table("Mã;TTHC;Trạng thái;Lúc;Tên;Ghi chú", rows);
	}

	private void table(String columns, String... rows) throws Exception {
		Path file = folder.resolve("a.part");
		Files.writeString(file, columns + "\n" + String.join("\n", rows) + "\n");
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
		Files.move(file, folder.resolve("export/a.csv"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
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

	private Process start(String command, String... more) throws Exception {
		List<String> arguments = new ArrayList<>(List.of(command, folder.resolve("agent.yaml").toString()));
		arguments.addAll(List.of(more));
		return java(arguments);
	}

	private static Process java(List<String> arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), "-Duser.language=vi", "vn.motcua.agent.MotCuaAgent"));
		command.addAll(arguments);
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
	}

	private static List<String> said(Process process, int code) throws Exception {
		try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			List<String> lines = out.lines().collect(Collectors.toList());
			assertThat(process.waitFor()).as(String.join("\n", lines)).isEqualTo(code);
			return lines;
		}
	}

	private static int free() throws Exception {
		try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static String get(String address) throws Exception {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString()).body();
	}

}
