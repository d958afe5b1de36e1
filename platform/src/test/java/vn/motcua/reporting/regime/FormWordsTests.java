package vn.motcua.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.Template.TableCell;

/** Columns of words beside figures: found in a ministry's Excel form, and made in the browser. */
class FormWordsTests {

	@TempDir
	private java.nio.file.Path folder;

	private final List<FormFinding> findings = new ArrayList<>();

	@Test
	void columnsCalledLikeNotesAndDropDownsTakeWords() {
		Template.Table table = take(new FormFile().sheet(null, """
				A1:STT|B1:Nội dung|C1:Mã số|D1:Kế hoạch|E1:Thực hiện|F1:Nguyên nhân|G1:Mức độ|H1:Ngày hoàn thành|I1:Ghi chú
				A2:A|B2:B|C2:C|D2:1|E2:2
				A3:1|B3:Việc lạ|C3:01
				A4:2|B4:Việc lạ nữa|C4:02|F4:x
				A5:3|B5:Việc lạ cuối|C5:03
				""", "I3:I4").entry("G3:G5", "list", "\"Đạt,Chưa đạt\"").bytes());
		assertThat(table.columns()).extracting(column -> column.code() + " " + column.path().getLast().vi() + " " + column.kind()).containsExactly("C1 Kế hoạch number", "C2 Thực hiện number",
				"W1 Nguyên nhân text", "W2 Mức độ choice", "W3 Ngày hoàn thành date", "W4 Ghi chú text");
		assertThat(words(table)).as("a cross takes none, merged cells one").containsExactlyInAnyOrder("R1W1", "R3W1", "R1W2", "R2W2", "R3W2", "R1W3", "R2W3", "R3W3", "R1W4", "R3W4");
		assertThat(table.cells().stream().filter(cell -> cell.indicator() != null)).extracting(cell -> cell.indicator().value()).containsExactly("THU_B1R1C1", "THU_B1R1C2", "THU_B1R2C1", "THU_B1R2C2",
				"THU_B1R3C1", "THU_B1R3C2");
		assertThat(findings).extracting(FormFinding::rule).containsExactlyInAnyOrder("words-taken", "list-taken", "words-taken", "words-taken");
	}

	@Test
	void oneColumnOfFiguresIsStillTheWholeOfItsRows() {
		Template.Table table = take(new FormFile().sheet(null, "A1:TT|B1:Nội dung|C1:Số lượng|D1:Ghi chú\nA2:1|B2:Lao động qua đào tạo (người)\nA3:2|B3:Việc khác").bytes());
		assertThat(table.cells().stream().filter(cell -> cell.indicator() != null)).extracting(cell -> cell.indicator().value()).containsExactly("LD0301", "THU_B1R2");
		assertThat(words(table)).containsExactly("R1W1", "R2W1");
	}

	/** The row's unit is that of what is counted, not of a share of it. */
	@Test
	void aShareIsInPerCentWhateverItsRowCounts() {
		FormTables.Taken taken = new ReadForms(folder, findings).take(new FormFile().sheet(null, """
				A1:STT|B1:Nội dung|C1:Đơn vị tính|D1:Kế hoạch|E1:Thực hiện|F1:Tỷ lệ (%)|G1:So kế hoạch|H1:Giá trị (triệu đồng)
				A2:1|B2:Thôn lạ|C2:thôn|F2:=E2/D2*100|G2:=IF(D2=0,0,E2/D2*100)
				A3:2|B3:Tỷ lệ lạ|C3:%
				""").bytes());
		assertThat(taken.indicators()).extracting(FormTables.NewIndicator::unit).containsExactly("thôn", "thôn", "percent", "percent", "million-vnd", "percent", "percent", "percent", "percent", "percent");
	}

	@Test
	void figuresStayFigures() {
		Template.Table table = take(new FormFile().sheet(null, """
				A1:STT|B1:Nội dung|C1:Khiếu nại|D1:Kiến nghị|E1:Đánh giá (điểm)|F1:Lý do|G1:Nguồn
				A2:1|B2:Việc lạ|F2:=C2+D2|G2:Sổ theo dõi
				A3:2|B3:Việc lạ nữa|G3:Báo cáo xã
				""").bytes());
		assertThat(table.columns()).extracting(Template.Column::kind).as("a count, a score, a formula; only where words stand they belong").containsExactly("number", "number", "number", "number", "text");
	}

	@Test
	void aTableOfWordsAloneAsksInEveryRow() {
		Template.Table table = take(new FormFile().sheet(null, "A1:STT|B1:Nội dung|C1:Khó khăn, vướng mắc|D1:Đề xuất\nA2:1|B2:Về thể chế\nA3:2|B3:Về con người").bytes());
		assertThat(words(table)).containsExactlyInAnyOrder("R1W1", "R2W1", "R1W2", "R2W2");
	}

	@Test
	void theOfficerSaysWhatAColumnHoldsAndWhereWordsMustBe() {
		MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
		List.of("so-cot=3", "so-dong=4", "ten=Biểu", "cot-0=Số", "cot-1=Ghi chú", "cot-1-kieu=text", "cot-2=Mức", "cot-2-kieu=choice", "cot-2-chon=Đạt | Met\nChưa đạt", "dong-0=Phần một", "dong-1=Việc",
				"dong-2=Việc nữa", "dong-3=Việc cuối", "o-0-2=+", "o-1-0=LD0301", "o-1-1=*", "o-2-0=LD0302", "o-2-1=x", "o-3-0=LD0303").forEach(field -> values.add(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1)));
		TableForm form = new TableForm(values);
		Template.Table table = form.table("B01");
		assertThat(form.sound()).isTrue();
		assertThat(table.columns().getLast().choices()).containsExactly(new LocalizedText("Đạt", "Met"), LocalizedText.same("Chưa đạt"));
		assertThat(words(table)).containsExactlyInAnyOrder("R1C3", "R2C2*", "R2C3", "R3C3", "R4C2", "R4C3");
		TableForm again = TableForms.of(table);
		assertThat(again.value("o-0-1") + "|" + again.value("o-0-2") + "|" + again.value("o-1-1") + "|" + again.value("o-2-1") + "|" + again.value("o-3-1")).isEqualTo("|+|*|x|");
		assertThat(again.table("B01").cells()).as("saved as it is drawn").containsExactlyInAnyOrderElementsOf(table.cells());
		values.set("o-1-1", "LD0301");
		TableForm wrong = new TableForm(values);
		wrong.table("B01");
		assertThat(wrong.wrong("o-1-1")).isTrue();
	}

	@Test
	void aRowThatGetsFiguresGetsWordsToo() {
		FormTables.Taken taken = new ReadForms(folder, findings).take(new FormFile().sheet(null, "A1:STT|B1:Nội dung|C1:Số vụ|D1:Ghi chú\nA2:I|B2:Nhóm lạ\nA3:1|B3:Việc lạ").bytes());
		SectionRows rows = new SectionRows(new OwnCodes("THU_", ReadForms.names(taken.indicators())::known), _ -> java.util.Optional.empty());
		Template.Table table = taken.tables().getFirst();
		assertThat(words(table)).containsExactly("R2W1");
		Template.Table said = rows.said(table, "R1", false);
		assertThat(words(said)).containsExactlyInAnyOrder("R1W1", "R2W1");
		assertThat(rows.made()).extracting(FormTables.NewIndicator::name).containsExactly("Nhóm lạ");
		assertThat(rows.said(said, "R1", true).cells()).isEqualTo(table.cells());
	}

	private static List<String> words(Template.Table table) {
		return table.cells().stream().filter(cell -> cell.indicator() == null && cell.formula() == null).map(FormWordsTests::place).toList();
	}

	private static String place(TableCell cell) {
		return cell.row() + cell.column() + (cell.required() ? "*" : "");
	}

	private Template.Table take(byte[] file) {
		return new ReadForms(folder, findings).take(file).tables().getFirst();
	}

}
