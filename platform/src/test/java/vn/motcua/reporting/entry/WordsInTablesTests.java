package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.Template.TableCell;

/** Cells of a table of given rows that take words: what they hold, and their way through a workbook and back. */
class WordsInTablesTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** What is edited by hand in a file has no marks: the library writes these as numbers. */
	private static final Map<String, String> SAID = Map.of("b1.tt.lydo", "Thieu may", "b1.tt.muc", "Nặng", "b1.tr.han", "2026-12-31");

	@TempDir
	private Path folder;

	/** The sample's table of given rows with a reason, a grade and a day beside its figures. */
	private static Template template() {
		Template.Table before = SampleForm.TEMPLATE.tables().getFirst();
		List<Template.Column> columns = new ArrayList<>(before.columns());
		List<LocalizedText> grades = List.of(LocalizedText.same("Nặng"), new LocalizedText("Nhẹ, thường", "Light"));
		columns.add(new Template.Column("lydo", List.of(LocalizedText.same("Nguyên nhân")), "text", List.of(), 0));
		columns.add(new Template.Column("muc", List.of(LocalizedText.same("Mức độ")), "choice", grades, 0));
		columns.add(new Template.Column("han", List.of(LocalizedText.same("Thời hạn")), "date", List.of(), 0));
		List<TableCell> cells = new ArrayList<>(before.cells());
		for (String row : List.of("tt", "tr")) {
			cells.add(TableCell.words(row, "lydo", row.equals("tt")));
			cells.add(TableCell.words(row, "muc", false));
			cells.add(TableCell.words(row, "han", false));
		}
		Template.Table with = new Template.Table(before.code(), before.title(), columns, before.rows(), cells, 0);
		return new Template(List.of(with, SampleForm.TEMPLATE.tables().get(1)), List.of(), List.of());
	}

	static ReportForm form(String agency) {
		return SampleForm.of(agency, "2026-10", "VPCP.MAU", template());
	}

	@Test
	void wordsHaveNoPlaceAmongFigures() {
		ReportForm form = form("H05.1");
		assertThat(form.words().keySet()).containsExactly("b1.tt.lydo", "b1.tt.muc", "b1.tt.han", "b1.tr.lydo", "b1.tr.muc", "b1.tr.han");
		assertThat(form.byPlace()).as("as many places as the form without words").hasSameSizeAs(SampleForm.of("H05.1").byPlace());
		assertThat(form.names()).hasSameSizeAs(SampleForm.of("H05.1").names());
		assertThat(form.whole(form.byPlace().keySet(), Set.of())).as("a reason must be given").isFalse();
		assertThat(form.whole(form.byPlace().keySet(), Set.of("b1.tt.lydo"))).isTrue();
	}

	@Test
	void takesWhatTheColumnHoldsAndNothingElse() {
		assertThat(rules("b1.tt.lydo", "=1+1")).isEmpty();
		assertThat(rules("b1.tt.lydo", "x".repeat(2_001))).containsExactly("reporting.text-length");
		assertThat(rules("b1.tt.muc", "Nhẹ, thường")).isEmpty();
		assertThat(rules("b1.tt.muc", "Light")).containsExactly("reporting.choice");
		assertThat(rules("b1.tr.han", "31/12/2026")).containsExactly("reporting.date");
		assertThat(rules("b1.tong.lydo", "Dòng tổng không có ô chữ")).containsExactly("reporting.no-section");
		assertThat(rules("b2.tt.lydo", "Biểu khác")).containsExactly("reporting.no-section");
	}

	/** A warning that took no explanation would keep its report from being sent for good. */
	@Test
	void everyWarningOfACellCanBeExplained() {
		int place = form("H05.1").byPlace().keySet().iterator().next();
		for (String warning : List.of("twice", "negative", "outlier", "counted")) {
			assertThat(rules(ReportText.Kind.EXPLANATION, warning + ":" + place, "Vì vậy")).as(warning).isEmpty();
		}
		assertThat(rules(ReportText.Kind.EXPLANATION, "khac:" + place, "Vì vậy")).containsExactly("reporting.no-section");
	}

	private static List<String> rules(String code, String content) {
		return rules(ReportText.Kind.WORDS, code, content);
	}

	private static List<String> rules(ReportText.Kind kind, String code, String content) {
		ReportText.Change change = new ReportText.Change(kind, code, content, 0);
		return Words.problems(form("H05.1"), new EntryDesk.Changes(List.of(), List.of(change), List.of())).stream().map(problem -> problem.code()).toList();
	}

	@Test
	void comesBackAsItWentOut() throws IOException {
		WorkbookContent content = read(written());
		assertThat(content.findings()).isEmpty();
		WorkbookContent.Part part = content.parts().getFirst();
		assertThat(said(part)).isEqualTo(SAID);
		assertThat(part.words()).as("empty ones are told from those that are not in the file").hasSize(6);
		assertThat(part.wordsWritten()).containsOnlyKeys(SAID.keySet()).containsEntry("b1.tt.muc", WorkbookStamp.of("Nặng"));
		assertThat(JSON.readValue(JSON.writeValueAsString(content), WorkbookContent.class)).isEqualTo(content);
		assertThat(JSON.readValue("{\"agency\":\"A\",\"seenVersion\":0,\"cells\":{},\"rows\":[],\"written\":{}}", WorkbookContent.Part.class).words()).as("an upload that waits since before").isEmpty();
	}

	/** A file that is loaded again may say that a column takes days now. */
	@Test
	void whatWasWrittenWhileAColumnHeldSomethingElseIsText() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		FormWorkbook.Filled filled = new FormWorkbook.Filled("H05.1", form("H05.1"), 3, Map.of(), List.of(), Map.of("b1.tr.han", "sau Tet"));
		FormWorkbook.write(out, form("H05.1").address(), List.of(filled), WorkbookStamp.of(template(), JSON), "tháng 10/2026", "hint");
		assertThat(WorkbookTests.rules(read(out.toByteArray()))).as("it went out, and is told when it comes back").containsExactly("date");
	}

	/** Programs that open rows as high as the file says show all of it. */
	@Test
	void rowsAreAsHighAsWhatIsWrittenInThem() throws IOException {
		assertThat(height(filled(Map.of("b1.tt.lydo", "Thiếu máy")))).as("one line").isEmpty();
		assertThat(height(filled(Map.of("b1.tt.lydo", "Thiếu máy\nThiếu người")))).hasValue(32.0);
		assertThat(height(filled(Map.of("b1.tt.lydo", "Thiếu máy và người ở xã. ".repeat(12))))).hasValueSatisfying(points -> assertThat(points).isBetween(100.0, 200.0));
		FormWorkbook.Filled longest = filled(Map.of("b1.tt.lydo", "x".repeat(2_000)));
		assertThat(height(longest)).hasValueSatisfying(points -> assertThat(points).isLessThanOrEqualTo(409));
		assertThat(SheetShape.of(longest).widths()).as("wider where a row at its highest would not do").contains(64, 16, 32);
		assertThat(height(new FormWorkbook.Filled("H05.1", form("H05.1"), 3, Map.of(), List.of(row("Một dòng\nhai dòng\nba dòng")), Map.of()))).hasValue(47.0);
	}

	private static GrowingRow row(String text) {
		return new GrowingRow("b2", java.util.UUID.randomUUID(), 0, Map.of("noi-dung", text), 1);
	}

	private static FormWorkbook.Filled filled(Map<String, String> words) {
		return new FormWorkbook.Filled("H05.1", form("H05.1"), 3, Map.of(), List.of(), words);
	}

	/** Of the highest row of the form. */
	private Optional<Double> height(FormWorkbook.Filled form) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		FormWorkbook.write(out, form("H05.1").address(), List.of(form), WorkbookStamp.of(template(), JSON), "tháng 10/2026", "hint");
		List<String> sheets = new ArrayList<>();
		edit(out.toByteArray(), xml -> {
			sheets.add(xml);
			return xml;
		});
		return sheets.stream().flatMap(xml -> java.util.regex.Pattern.compile(" ht=\"([0-9.]+)\"").matcher(xml).results()).map(height -> Double.valueOf(height.group(1))).max(Double::compare);
	}

	@Test
	void aTableOfManyAgenciesHasThemToo() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		TableWorkbook.write(out, form("H05.1"), List.of(filled("H05.1"), filled("H05.2")), WorkbookStamp.of(template(), JSON), "tháng 10/2026", "hint");
		WorkbookContent content = read(edit(out.toByteArray(), xml -> xml.replaceFirst("Thieu may", "Thieu nguoi")));
		assertThat(content.findings()).isEmpty();
		assertThat(content.parts()).extracting(part -> part.words().get("b1.tt.lydo")).containsExactly("Thieu nguoi", "Thieu may");
		assertThat(content.parts()).extracting(part -> part.words().get("b1.tr.han")).containsOnly("2026-12-31");
	}

	@Test
	void tellsFormulasLongWordsAndChoicesOfOnesOwn() throws IOException {
		assertThat(changed("Thieu may", "=HYPERLINK chỉ là chữ").findings()).as("text is text").isEmpty();
		assertThat(WorkbookTests.rules(changed("Thieu may", "x".repeat(2_001)))).containsExactly("cell-length");
		assertThat(WorkbookTests.rules(read(edit(written(), xml -> xml.replaceFirst("(<c r=\"F\\d+\"[^>]*><is><t[^>]*>)[^<]*<", "$1Khac<"))))).containsExactly("choice");
		assertThat(WorkbookTests.rules(read(edit(written(), xml -> xml.replaceFirst("<c r=\"(E\\d+)\"( s=\"\\d+\")?[^>]*><is><t[^>]*>Thieu may</t></is></c>", "<c r=\"$1\"$2><f>WEBSERVICE(\"x\")</f><v>1</v></c>")))))
			.containsExactly("workbook-formula");
	}

	private WorkbookContent changed(String before, String after) throws IOException {
		return read(edit(written(), xml -> xml.replace(before, after)));
	}

	private static Map<String, String> said(WorkbookContent.Part part) {
		Map<String, String> said = new HashMap<>(part.words());
		said.values().removeIf(String::isEmpty);
		return said;
	}

	private byte[] edit(byte[] file, UnaryOperator<String> change) throws IOException {
		return WorkbookTests.in(folder).edit(file, change);
	}

	private static FormWorkbook.Filled filled(String agency) {
		return new FormWorkbook.Filled(agency, form(agency), 3, Map.of(1, new BigDecimal(4711)), List.of(), SAID);
	}

	private byte[] written() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		FormWorkbook.write(out, form("H05.1").address(), List.of(filled("H05.1")), WorkbookStamp.of(template(), JSON), "tháng 10/2026", "hint");
		return out.toByteArray();
	}

	private WorkbookContent read(byte[] content) throws IOException {
		return WorkbookReading.read(WorkbookTests.in(folder).file(content), WorkbookTests.stamp("VPCP.MAU", "2026-10", form("H05.1")),
				asked -> asked.startsWith("H05.") ? Optional.of(form(asked)) : Optional.empty());
	}

}
