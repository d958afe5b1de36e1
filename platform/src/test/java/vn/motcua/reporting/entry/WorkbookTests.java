package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.reporting.entry.WorkbookContent.WorkbookFinding;

/** The round trip through a spreadsheet, and what people and their spreadsheets do to it on the way. */
class WorkbookTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final UUID ROW = new UUID(7, 7);

	private final ReportForm form = SampleForm.of("H05.1");

	@TempDir
	private Path folder;

	@Test
	void comesBackAsItWentOut() throws IOException {
		WorkbookContent content = read(written());
		assertThat(content.findings()).isEmpty();
		assertThat(content.parts()).hasSize(1);
		WorkbookContent.Part part = content.parts().getFirst();
		assertThat(part.agency()).isEqualTo("H05.1");
		assertThat(part.seenVersion()).isEqualTo(3);
		assertThat(part.cells()).containsExactlyInAnyOrderEntriesOf(Map.of(1, "4711", 2, "", 3, "99.25"));
		assertThat(part.rows()).containsExactly(new WorkbookContent.Line("b2", 0, ROW, Map.of("noi-dung", "Mất mạng", "so", "2", "loai", "Nhẹ, thường", "ngay", "2026-10-12")));
	}

	@Test
	void locksTheStructureAndKeepsFormulasAndDropDownsLive() throws IOException {
		String sheet = part(written(), "xl/worksheets/sheet1.xml") + part(written(), "xl/worksheets/sheet2.xml");
		assertThat(sheet + part(written(), "xl/sharedStrings.xml")).as("the period by its words").contains(" 10/2026</t>");
		assertThat(sheet).contains("<sheetProtection", "IF(COUNT(C10,C9)=0,", "SUM(C9,C10)", "dataValidation", "type=\"list\"");
		assertThat(part(written(), "xl/workbook.xml")).contains("veryHidden");
	}

	@Test
	void readsWhatWasTyped() throws IOException {
		WorkbookContent content = read(edited(written(), "<v>4711</v>", "<v>1234.0000000000001</v>"));
		assertThat(content.findings()).isEmpty();
		assertThat(content.parts().getFirst().cells()).containsEntry(1, "1234");
	}

	@Test
	void tellsFormulasTextAndFractionsInCells() throws IOException {
		assertThat(rules(read(edited(written(), "<v>4711</v>", "<f>6*2</f><v>4711</v>")))).contains("workbook-formula");
		assertThat(rules(read(edit(written(), xml -> xml.replaceFirst("<v>46307(\\.0)?</v>", "<f>TODAY()</f><v>46307</v>"))))).as("in a column of dates too").contains("workbook-formula");
		assertThat(rules(read(edited(written(), "<v>4711</v>", "<v>12.5</v>")))).contains("whole");
		assertThat(rules(read(edited(written(), "<v>4711</v>", "<v>1234567890123456789</v>")))).contains("digits");
		assertThat(rules(read(edit(written(), xml -> xml.replaceFirst("<c r=\"C9\"( s=\"\\d+\")[^>]*><v>4711</v>", "<c r=\"C9\"$1 t=\"inlineStr\"><is><t>mười hai</t></is>"))))).contains("workbook-text");
	}

	@Test
	void tellsWhatWasDoneToTheStructure() throws IOException {
		assertThat(rules(read(edit(written(), xml -> xml.replaceFirst("(<t[^>]*>)I</t>", "$1II</t>"))))).contains("workbook-structure");
		assertThat(rules(read(edit(written(), xml -> xml.contains("<mergeCells") ? xml.replaceFirst("<mergeCell ", "<mergeCell ref=\"C9:D9\"/><mergeCell ") : xml)))).contains("workbook-merged");
		assertThat(rules(read(edited(written(), "<sheet name=\"H05.1\"", "<sheet state=\"hidden\" name=\"H05.1\"")))).contains("workbook-hidden");
	}

	@Test
	void tellsTheWrongFileRegimePeriodVersionAndAgency() throws IOException {
		byte[] file = written();
		assertThat(rules(read(file, stamp("VPCP.KHAC", "2026-10", form), "H05.1"))).containsExactly("workbook-regime");
		assertThat(rules(read(file, stamp("VPCP.MAU", "2026-11", form), "H05.1"))).containsExactly("workbook-period");
		assertThat(rules(read(file, new WorkbookStamp(WorkbookStamp.Shape.FORMS, "VPCP.MAU", "2026-10", "other", List.of()), "H05.1"))).containsExactly("workbook-version");
		assertThat(rules(read(file, stamp("VPCP.MAU", "2026-10", form), "H05.2"))).containsExactly("workbook-agency");
		assertThat(rules(read(edited(file, "2026-10", "2026-11")))).as("a stamp changed by hand").containsExactly("workbook-stamp");
		ByteArrayOutputStream own = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(own, "x", "1.0")) {
			workbook.newWorksheet("Sheet1").value(0, 0, "12");
		}
		assertThat(rules(read(own.toByteArray()))).containsExactly("workbook-stamp");
	}

	@Test
	void refusesWhatIsNoWorkbookAtAll() throws IOException {
		assertThat(rules(read("col1,col2".getBytes(StandardCharsets.UTF_8)))).containsExactly("workbook-kind");
		assertThat(rules(read(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0 }))).containsExactly("workbook-old");
		assertThat(rules(read(java.util.Arrays.copyOf(written(), 2_000)))).containsExactly("workbook-damaged");
		assertThat(rules(read(with(written(), "xl/vbaProject.bin", "macro".getBytes(StandardCharsets.UTF_8))))).containsExactly("workbook-macro");
	}

	/** A part of 200 MB that packs to 200 KB is counted while it unpacks and never held. */
	@Test
	void stopsAtABomb() throws IOException {
		Path file = folder.resolve("bomb.xlsx");
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
			zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
			zip.closeEntry();
			zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
			byte[] zeros = new byte[1 << 20];
			for (int mb = 0; mb < 200; mb++) {
				zip.write(zeros);
			}
			zip.closeEntry();
		}
		assertThat(rules(WorkbookReading.read(file, stamp("VPCP.MAU", "2026-10", form), agency -> Optional.of(form)))).containsExactly("workbook-large");
	}

	/** Shared texts are held in memory wherever the list of contents says that they are. */
	@Test
	void stopsAtManyTextsUnderAnotherName() throws IOException {
		String types = "<Types><Override PartName=\"/xl/worksheets/texts.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>";
		assertThat(rules(read(copied(written(), (zip, name, content) -> put(zip, name, name.equals("[Content_Types].xml") ? types.getBytes(StandardCharsets.UTF_8) : content),
				zip -> put(zip, "xl/worksheets/texts.xml", new byte[17 << 20]))))).containsExactly("workbook-large");
		assertThat(rules(read(with(written(), "XL/Workbook.xml", new byte[10])))).as("two parts of one name").containsExactly("workbook-damaged");
	}

	@Test
	void takesOneWorkbookOfManyAgencies() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		FormWorkbook.write(out, form.address(), List.of(filled("H05.1"), filled("H05.2")), WorkbookStamp.of(SampleForm.TEMPLATE, JSON), "tháng 10/2026", "hint");
		WorkbookContent content = WorkbookReading.read(file(out.toByteArray()), stamp("VPCP.MAU", "2026-10", form), agency -> Optional.of(SampleForm.of(agency)));
		assertThat(content.findings()).isEmpty();
		assertThat(content.parts()).extracting(WorkbookContent.Part::agency).containsExactly("H05.1", "H05.2");
	}

	/** Rows and columns of the table may be sorted: they are known by the agency's code and a hidden key. */
	@Test
	void takesOneTableOfManyAgencies() throws IOException {
		byte[] table = table();
		WorkbookContent content = readMany(table);
		assertThat(content.findings()).isEmpty();
		assertThat(content.parts()).extracting(WorkbookContent.Part::agency).containsExactly("H05.1", "H05.2");
		assertThat(content.parts()).allSatisfy(part -> assertThat(part.cells()).containsExactlyInAnyOrderEntriesOf(Map.of(1, "4711", 2, "", 3, "99.25")));
		assertThat(part(table, "xl/worksheets/sheet2.xml")).contains("<sheetProtection", "SUM(", "dataValidation");
		byte[] sorted = edit(table, xml -> xml.replace("H05.1<", "H05.9<").replace("H05.2<", "H05.1<").replace("H05.9<", "H05.2<"));
		assertThat(readMany(sorted).parts()).extracting(WorkbookContent.Part::agency).containsExactly("H05.2", "H05.1");
	}

	@Test
	void tellsWhatIsWrongInATableBesideTheAgencyItIsAbout() throws IOException {
		byte[] table = table();
		WorkbookContent text = readMany(edit(table, xml -> xml.replaceFirst("<c r=\"D8\"( s=\"\\d+\")?[^>]*><v>4711</v>", "<c r=\"D8\"$1 t=\"inlineStr\"><is><t>mười</t></is>")));
		assertThat(text.findings()).singleElement().satisfies(finding -> {
			assertThat(finding.rule()).isEqualTo("workbook-text");
			assertThat(finding.cell()).isEqualTo("D8");
		});
		assertThat(rules(readMany(edit(table, xml -> xml.replace("H05.2<", "H05.1<"))))).contains("workbook-twice", "workbook-no-row");
		assertThat(rules(readMany(edit(table, xml -> xml.replace("H05.2<", "H05.8<"))))).contains("workbook-agency", "workbook-no-row");
		assertThat(rules(readMany(edit(table, xml -> xml.replaceFirst(">c1<", ">c2<"))))).contains("workbook-column");
	}

	/** Anybody can work out the digest of a stamp: what it says is checked none the less. */
	@Test
	void aStampThatNamesAnAgencyTwiceIsNone() {
		WorkbookStamp.Part part = new WorkbookStamp.Part("A", "H05.1", 3, Map.of(), Map.of());
		assertThat(WorkbookStamp.read(new WorkbookStamp(WorkbookStamp.Shape.FORMS, "VPCP.MAU", "2026-10", "x", List.of(part)).lines())).isNotNull();
		assertThat(WorkbookStamp.read(new WorkbookStamp(WorkbookStamp.Shape.FORMS, "VPCP.MAU", "2026-10", "x", List.of(part, part)).lines())).isNull();
	}

	private byte[] table() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		TableWorkbook.write(out, form, List.of(filled("H05.1"), filled("H05.2")), WorkbookStamp.of(SampleForm.TEMPLATE, JSON), "tháng 10/2026", "hint");
		return out.toByteArray();
	}

	private WorkbookContent readMany(byte[] content) throws IOException {
		return WorkbookReading.read(file(content), stamp("VPCP.MAU", "2026-10", form), agency -> agency.startsWith("H05.") && !agency.equals("H05.8") ? Optional.of(SampleForm.of(agency)) : Optional.empty());
	}

	/** A row that somebody put in above pushes everything below down, the row itself keeps its key. */
	@Test
	void knowsRowsOfGrowingTablesByTheirKey() throws IOException {
		byte[] moved = edit(written(), xml -> {
			java.util.regex.Matcher row = java.util.regex.Pattern.compile("<row r=\"(\\d+)\"(?:(?!</row>).)*" + ROW + "(?:(?!</row>).)*</row>", java.util.regex.Pattern.DOTALL).matcher(xml);
			if (!row.find()) {
				return xml;
			}
			int at = Integer.parseInt(row.group(1));
			String below = row.group().replaceAll("([A-Z])" + at + "\"", "$1" + (at + 1) + "\"").replace("r=\"" + at + "\"", "r=\"" + (at + 1) + "\"");
			return xml.substring(0, row.start()) + "<row r=\"" + at + "\"><c r=\"C" + at + "\" t=\"inlineStr\"><is><t>Dòng chen vào</t></is></c></row>" + below + xml.substring(row.end());
		});
		WorkbookContent content = read(moved);
		assertThat(content.parts().getFirst().rows()).extracting(WorkbookContent.Line::id).containsExactly(null, ROW);
	}

	byte[] written() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		FormWorkbook.write(out, form.address(), List.of(filled("H05.1")), WorkbookStamp.of(SampleForm.TEMPLATE, JSON), "tháng 10/2026", "hint");
		return out.toByteArray();
	}

	private static FormWorkbook.Filled filled(String agency) {
		GrowingRow row = new GrowingRow("b2", ROW, 0, Map.of("noi-dung", "Mất mạng", "so", "2", "loai", "Nhẹ, thường", "ngay", "2026-10-12"), 1);
		return new FormWorkbook.Filled(agency, SampleForm.of(agency), 3, Map.of(1, new BigDecimal(4711), 3, new BigDecimal("99.25")), List.of(row), Map.of());
	}

	static WorkbookStamp stamp(String regime, String period, ReportForm form) {
		return new WorkbookStamp(WorkbookStamp.Shape.FORMS, regime, period, WorkbookStamp.of(form.template(), JSON), List.of());
	}

	WorkbookContent read(byte[] content) throws IOException {
		return read(content, stamp("VPCP.MAU", "2026-10", form), "H05.1");
	}

	private WorkbookContent read(byte[] content, WorkbookStamp wanted, String agency) throws IOException {
		return WorkbookReading.read(file(content), wanted, asked -> asked.equals(agency) ? Optional.of(form) : Optional.empty());
	}

	Path file(byte[] content) throws IOException {
		return Files.write(folder.resolve(UUID.randomUUID() + ".xlsx"), content);
	}

	static List<String> rules(WorkbookContent content) {
		return content.findings().stream().map(WorkbookFinding::rule).distinct().toList();
	}

	private byte[] edited(byte[] file, String before, String after) throws IOException {
		return edit(file, xml -> xml.replace(before, after));
	}

	/** As somebody would have typed it. */
	static byte[] edited(Path folder, byte[] file, String before, String after) throws IOException {
		return in(folder).edited(file, before, after);
	}

	static WorkbookTests in(Path folder) {
		WorkbookTests tests = new WorkbookTests();
		tests.folder = folder;
		return tests;
	}

	byte[] edit(byte[] file, UnaryOperator<String> change) throws IOException {
		return copied(file, (zip, name, content) -> put(zip, name, change.apply(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)), zip -> { });
	}

	private byte[] with(byte[] file, String name, byte[] content) throws IOException {
		return copied(file, WorkbookTests::put, zip -> put(zip, name, content));
	}

	private String part(byte[] file, String name) throws IOException {
		StringBuilder found = new StringBuilder();
		copied(file, (zip, each, content) -> {
			if (each.equals(name)) {
				found.append(new String(content, StandardCharsets.UTF_8));
			}
		}, zip -> put(zip, "x", new byte[0]));
		return found.toString();
	}

	private interface Copy {

		void part(ZipOutputStream zip, String name, byte[] content) throws IOException;

	}

	private interface End {

		void add(ZipOutputStream zip) throws IOException;

	}

	private byte[] copied(byte[] file, Copy copy, End end) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipFile in = new ZipFile(file(file).toFile()); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (ZipEntry entry : java.util.Collections.list(in.entries()).stream().map(ZipEntry.class::cast).toList()) {
				copy.part(zip, entry.getName(), in.getInputStream(entry).readAllBytes());
			}
			end.add(zip);
		}
		return out.toByteArray();
	}

	private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(content);
		zip.closeEntry();
	}

}
