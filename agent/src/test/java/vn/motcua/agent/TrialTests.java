package vn.motcua.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.agent.AgentFolder.java;
import static vn.motcua.agent.AgentFolder.said;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What an integrator sees before anything is sent. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class TrialTests {

	private static final String NOTHING = "Nothing was recorded in the ledger.";

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
	void countsEachKindOfFindingAndNamesTheColumnsWhereOneIsMissing() throws Exception {
		agent.settings("language: en\n");
		agent.csv(IntStream.range(0, 1_200).mapToObj(i -> "H26-260305-%04d;1.001193;%s;05/03/2026 08:00;Lan;a".formatted(i, i < 1_190 ? "1" : "Lạ")).toArray(String[]::new));
		assertThat(said(agent.start("try"), 1)).contains("  10 × unmapped [Trạng thái] \"Lạ\"", "1200 rows looked at, 1190 lines, 10 findings.")
			.contains("All findings (10), one row each: " + folder.resolve("state/findings.csv")).filteredOn(line -> line.startsWith("  ! ")).hasSize(5);
		assertThat(Files.readAllLines(folder.resolve("state/findings.csv"))).hasSize(11)
			.contains("\"a.csv\",1201,\"Trạng thái\",unmapped,\"Lạ\",\"The mapping does not say what \"\"Lạ\"\" means. Add it under values or to the table.\",\"\",");
		agent.table("Mã;TTHC;Tình trạng;Lúc;Tên;Ghi chú", "H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a");
		assertThat(said(agent.start("try"), 1)).contains("    Columns of this source: Mã, TTHC, Tình trạng, Lúc, Tên, Ghi chú").containsSubsequence("1 row looked at, 0 lines, 1 finding.", NOTHING);
	}

	@Test
	void showsTheFirstRowsAndEveryFindingAndRecordsNothing() throws Exception {
		agent.settings("language: en\n");
		agent.csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a", "H26-260305-0002;1.001193;Lạ;40/03/2026;Lan;b");
		List<String> said = said(agent.start("try"), 1);
		assertThat(said).anySatisfy(line -> assertThat(line).contains("\"code\":\"H26-260305-0001\"", "\"at\":\"2026-03-05T01:00:00Z\""))
			.anySatisfy(line -> assertThat(line).contains("a.csv:3 [Trạng thái] unmapped:", "does not say what \"Lạ\" means"))
			.anySatisfy(line -> assertThat(line).contains("a.csv:3 [Lúc] moment:"))
			.containsSubsequence("2 rows looked at, 1 line, 2 findings.", "If they were sent, the ledger would apply 1, knows 0, would keep 0 as history, would reject 0.", NOTHING);
		assertThat(ledger.lines()).isEmpty();
		assertThat(folder.resolve("state")).isDirectoryContaining("glob:**/findings.csv").isDirectoryNotContaining("glob:**/state.mv");
		agent.csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a");
		said(agent.start("try"), 0);
		assertThat(folder.resolve("state")).as("nothing is left to be mended").isEmptyDirectory();
	}

	@Test
	void asksTheLedgerAboutWholeDossiersAndShowsItsAnswerAtTheRow() throws Exception {
		agent.settings("language: en\n");
		agent.csv(IntStream.range(0, 6_000).mapToObj(i -> "H26-260305-%04d;%s;%d;05/03/2026 08:%02d;Lan;a".formatted(1 + i % 3_000, i % 3_000 < 7 ? "9.999999" : "1.001193", 1 + i / 3_000, i / 3_000))
			.toArray(String[]::new));
		assertThat(said(agent.start("try", "--findings", folder.resolve("all.csv").toString()), 1)).contains("The ledger at " + ledger.address() + " answers to 6000 lines:",
				"  ! a.csv:2 [TTHC] procedure dossier.sync.procedure-unknown \"9.999999\": There is none. (H26-260305-0001, seq 1)", "  14 × procedure dossier.sync.procedure-unknown \"9.999999\"",
				"If they were sent, the ledger would apply 5986, knows 0, would keep 0 as history, would reject 14.").filteredOn(line -> line.startsWith("  ! ")).hasSize(5);
		assertThat(Files.readAllLines(folder.resolve("all.csv"))).hasSize(15)
			.contains("\"a.csv\",3008,\"TTHC\",dossier.sync.procedure-unknown,\"9.999999\",\"There is none.\",\"H26-260305-0007\",2");
		assertThat(ledger.asked()).hasSizeGreaterThan(2).allMatch(lines -> lines <= 2_100);
		assertThat(ledger.separated()).as("lines of a dossier are asked for together").isZero();
		assertThat(ledger.lines()).isEmpty();
	}

	@Test
	void namesTheStepBecauseOfWhichTheLedgerWouldRefuseTheRightOnes() throws Exception {
		agent.settings("language: en\n");
		agent.csv("H26-260305-0001;1.001193;9;05/03/2026 08:30;Lan;a", "H26-260305-0001;1.001193;1;05/03/2026 09:05;Lan;b", "H26-260305-0001;1.001193;2;05/03/2026 09:10;Lan;c");
		assertThat(said(agent.start("try"), 1)).filteredOn(line -> line.contains("order-first")).singleElement().asString()
			.startsWith("  ! a.csv:2 order-first: H26-260305-0001: 9 05/03/2026 08:30:00 (a.csv:2) → 1 05/03/2026 09:05:00 (a.csv:3). The second step cannot follow the first");
		assertThat(Files.readString(folder.resolve("state/findings.csv"))).contains("\"a.csv\",2,\"\",order-first", "\"a.csv\",3,\"Trạng thái\",dossier.sync.move", "\"a.csv\",4,\"Trạng thái\",dossier.sync.move");
	}

	@Test
	void aFolderWithoutSuchAFileIsNotInOrder() throws Exception {
		agent.settings("language: en\n");
		String none = "No file in " + folder.resolve("export") + " matches *.{csv,ndjson,jsonl,xlsx} (source.folder, source.files).";
		assertThat(said(agent.start("try"), 1)).anySatisfy(line -> assertThat(line).startsWith(none));
		assertThat(said(agent.start("once"), 1)).last().asString().startsWith(none);
		Path file = folder.resolve("agent.yaml");
		agent.csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a");
		Files.writeString(file, Files.readString(file).replace("folder: export,", "folder: export, files: ['*.txt', 'a.*'],"));
		assertThat(said(agent.start("try"), 0)).contains("1 row looked at, 1 line, 0 findings.");
	}

	@Test
	void aRowThatStandsTwiceIsNothingThatTheLedgerKnows() throws Exception {
		agent.settings("language: en\n");
		agent.csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a", "H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a");
		assertThat(said(agent.start("try"), 0)).containsSubsequence("2 rows looked at, 1 line, 0 findings.", "If they were sent, the ledger would apply 1, knows 0, would keep 0 as history, would reject 0.");
	}

	@Test
	void saysWhyItCouldNotAskAndShowsTheRest() throws Exception {
		agent.csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a");
		agent.settings("", "language: en\n");
		assertThat(said(agent.start("try"), 1)).contains("1 row looked at, 1 line, 0 findings.", NOTHING)
			.anySatisfy(line -> assertThat(line).startsWith("The ledger was not asked, because agent.yaml lacks something: client: is missing."));
		agent.settings("server: " + ledger.address() + "\nclient: { id: a, secret: '${NOT_SET_ANYWHERE}', scope: sync }\n", "language: en\n");
		assertThat(said(agent.start("try"), 1)).anySatisfy(line -> assertThat(line).contains("lacks something: client.secret: the environment has no NOT_SET_ANYWHERE"));
		agent.settings("language: en\n");
		ledger.refusesKeys("unauthorized_client");
		assertThat(said(agent.start("try"), 1)).anySatisfy(line -> assertThat(line).contains("the centre has not approved this system yet"));
		assertThat(said(agent.start("once"), 1)).last().asString().startsWith("The centre has not approved this system yet");
		ledger.refusesKeys("invalid_client");
		assertThat(said(agent.start("try"), 1)).contains("1 row looked at, 1 line, 0 findings.").anySatisfy(line -> assertThat(line).contains("does not take client.id and client.secret"));
		assertThat(said(agent.start("once"), 1)).as("nor waits for what waiting does not mend").last().asString().startsWith("The ledger does not take client.id and client.secret");
		String nobody = "http://localhost:" + AgentFolder.free();
		agent.settings("server: " + nobody + "\nclient: { id: a, secret: b }\n", "language: en\n");
		assertThat(said(agent.start("try"), 1)).contains("1 row looked at, 1 line, 0 findings.").anySatisfy(line -> assertThat(line).contains("the server cannot be reached: " + nobody));
	}

	@Test
	void whatWasSentKeepsItsNumberAndWhatFollowsHasTheNext() throws Exception {
		agent.settings("language: en\n");
		agent.csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a");
		said(agent.start("once"), 0);
		byte[] state = Files.readAllBytes(folder.resolve("state/state.mv"));
		agent.csv("H26-260305-0001;1.001193;2;05/03/2026 09:00;Lan;b", "H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a");
		assertThat(said(agent.start("try"), 0)).contains("2 rows looked at, 2 lines, 0 findings.", "If they were sent, the ledger would apply 1, knows 1, would keep 0 as history, would reject 0.")
			.anySatisfy(line -> assertThat(line).contains("\"seq\":2", "\"note\":\"b\""));
		assertThat(Files.readAllBytes(folder.resolve("state/state.mv"))).isEqualTo(state);
		Process running = agent.start("run");
		ledger.await(2);
		assertThat(said(agent.start("try"), 0)).as("an agent at work keeps what it knows").anySatisfy(line -> assertThat(line).startsWith("Another agent is using"));
		running.destroy();
		running.waitFor();
	}

	@Test
	void rowsThatTheMappingLeavesOutAreCountedAndNoFindings() throws Exception {
		agent.settings("language: en\n");
		Path file = folder.resolve("agent.yaml");
		Files.writeString(file, Files.readString(file) + "  skip: { column: Ghi chú, values: [Lưu nháp] }\n");
		agent.csv("H26-260305-0001;1.001193;1;05/03/2026 08:00;Lan;a", ";;;;Lan;Lưu nháp", ";;;;Minh;lưu nháp");
		assertThat(said(agent.start("try"), 0)).contains("2 rows left out by the mapping (mapping.skip).", "3 rows looked at, 1 line, 0 findings.");
		assertThat(said(agent.start("once"), 0)).contains("2 rows left out by the mapping (mapping.skip).").last().asString().startsWith("1 line applied");
	}

	@Test
	void theSampleHasOneFindingAndTwelveDossiers() throws Exception {
		Path sample = folder.resolve("sample");
		assertThat(said(java(List.of("sample", sample.toString(), "--server", ledger.address())), 0)).hasSize(1);
		assertThat(said(java(List.of("try", sample.resolve("agent.yaml").toString())), 1)).contains("Đã xem 52 dòng nguồn, được 51 dòng đồng bộ, 1 lỗi trong nguồn.",
				"Nếu gửi, sổ cái ghi nhận 51 dòng, đã có 0, đến muộn 0, từ chối 0.");
	}

	@Test
	void refusesAFileWithASlipOfThePenAndSaysWhere() throws Exception {
		agent.settings("sorce: x\n");
		assertThat(said(agent.start("try"), 2)).first().asString().startsWith("agent.yaml: sorce: is not known here; known are ");
	}

}
