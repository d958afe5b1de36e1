package vn.motcua.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.SentCodes;
import vn.motcua.kernel.DossierCode;
import vn.motcua.site.Page;

/** An existing one-stop system whose export the agent takes to this ledger, as its integrator does it. */
@MotCuaTest
class AgenciesSideTests {

	private static final AtomicInteger DAYS = new AtomicInteger(700);

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	@Autowired
	private Dossiers dossiers;

	/** Of each test alone: whoever compares a day must know everything that is in it. */
	private final LocalDate day = LocalDate.now(Page.ZONE).minusDays(DAYS.getAndIncrement());

	private final DossierCode first = SentCodes.next("H26", day);

	private final DossierCode second = SentCodes.next("H26", day);

	@BeforeEach
	void settings() throws Exception {
		Files.createDirectory(folder.resolve("export"));
		Files.writeString(folder.resolve("agent.yaml"), """
				server: http://localhost:%d
				client: { id: hanoi-demo, secret: motcua-demo }
				state: state
				language: en
				source: { folder: export, settled: 0s }
				mapping:
				  code: Mã hồ sơ
				  procedure: { value: "1.001193" }
				  agency: { value: H26 }
				  status: { column: Trạng thái, values: { Mới: 1, Đã nhận: 2, Đang xử lý: 4, Xong: 9 } }
				  at: Lúc
				  dueAt: { column: Hẹn, time: 17:00 }
				  applicant: { name: Người nộp, number: Số }
				  note: Ghi chú
				  more: { soBienNhan: { column: Biên nhận } }
				""".formatted(port));
	}

	@Test
	void anExportIsInTheLedgerAndBothSidesHoldTheSame() throws Exception {
		export(row(first, "Mới", "08:00", "001190000001", ""), row(first, "Đã nhận", "09:00", "001190000001", ""), row(first, "Đang xử lý", "10:00", "001190000001", "Thẩm tra"),
				row(second, "Mới", "08:30", "123", ""), row(first, "Xong", "11:00", "001190000001", ""));
		assertThat(agent(1, "try")).contains("5 rows looked at, 5 lines, 0 findings.", "The ledger at http://localhost:" + port + " answers to 5 lines:",
				"If they were sent, the ledger would apply 4, knows 0, would keep 0 as history, would reject 1.").last().asString().isEqualTo("Nothing was recorded in the ledger.");
		assertThat(agent(1, "try")).filteredOn(line -> line.startsWith("  ! ")).singleElement().asString().startsWith("  ! ho-so.csv:5 [Số] applicant.number dossier.sync.number: A personal number has 12 digits")
			.endsWith(" (" + second.value() + ", seq 1)");
		assertThat(dossiers.track(second)).as("a trial records nothing").isEmpty();
		assertThat(agent(1, "once")).last().asString().startsWith("4 lines applied, 0 known before, 0 late, 1 rejected");
		assertThat(dossiers.events(first)).extracting(DossierEvent::type).containsExactly(DossierEvent.Type.SUBMITTED, DossierEvent.Type.ACCEPTED,
				DossierEvent.Type.PROCESSED, DossierEvent.Type.COMPLETED);
		assertThat(Files.readString(folder.resolve("state/rejected.ndjson"))).contains("dossier.sync.number", second.value());
		assertThat(agent(0, "reconcile", "--all")).last().asString().isEqualTo("1 day compared, 1 equal.");

		export(row(first, "Mới", "08:00", "001190000001", ""), row(first, "Đã nhận", "09:00", "001190000001", ""), row(first, "Đang xử lý", "10:00", "001190000001", "Thẩm tra"),
				row(second, "Mới", "08:30", "001190000001", ""), row(first, "Xong", "11:00", "001190000001", ""));
		assertThat(agent(0, "once")).as("only what was mended goes again").last().asString().startsWith("1 line applied, 0 known before, 0 late, 0 rejected");
		assertThat(agent(0, "reconcile", "--all")).last().asString().isEqualTo("1 day compared, 1 equal.");
	}

	@Test
	void anAgentThatForgotEverythingSendsTheSameNumbersAndHasNoSecondEffect() throws Exception {
		export(row(first, "Mới", "08:00", "001190000001", ""), row(first, "Đã nhận", "09:00", "001190000001", ""));
		agent(0, "once");
		Files.move(folder.resolve("state"), folder.resolve("lost"));
		assertThat(agent(0, "once")).last().asString().startsWith("0 lines applied, 2 known before");
		assertThat(dossiers.events(first)).hasSize(2);
	}

	private String row(DossierCode code, String status, String time, String number, String note) {
		DateTimeFormatter written = DateTimeFormatter.ofPattern("dd/MM/yyyy");
		return String.join(";", code.value(), status, day.format(written) + " " + time, day.plusDays(7).format(written), "Nguyễn Văn Bảy", number, note, "BN/" + time);
	}

	private void export(String... rows) throws Exception {
		Path file = folder.resolve("export/ho-so.csv");
		Files.writeString(file, "Mã hồ sơ;Trạng thái;Lúc;Hẹn;Người nộp;Số;Ghi chú;Biên nhận\n" + String.join("\n", rows) + "\n");
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
	}

	private List<String> agent(int code, String command, String... more) throws Exception {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), "vn.motcua.agent.MotCuaAgent", command, folder.resolve("agent.yaml").toString()));
		line.addAll(List.of(more));
		Process process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			List<String> said = out.lines().toList();
			assertThat(process.waitFor()).as(String.join("\n", said)).isEqualTo(code);
			return said;
		}
	}

}
