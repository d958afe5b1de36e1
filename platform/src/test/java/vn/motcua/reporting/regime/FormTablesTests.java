package vn.motcua.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.formula.TemplateFormulas;

/** A ministry's Excel form becomes a table: headings, names, parts, formulas, and what is wrong with it. */
class FormTablesTests {

	@org.junit.jupiter.api.io.TempDir
	private java.nio.file.Path folder;

	private final List<FormFinding> findings = new ArrayList<>();

	@Test
	void aFormWithTwoLevelsOfHeadingsIsRecognised() {
		FormTables.Taken taken = take(FormFile.monthly());
		Template.Table table = taken.tables().getFirst();
		assertThat(table.title().vi()).isEqualTo("BÁO CÁO THÁNG VỀ TIÊM CHỦNG MỞ RỘNG");
		assertThat(table.columns()).extracting(column -> column.path().stream().map(LocalizedText::vi).toList())
			.containsExactly(List.of("Tổng số"), List.of("Trong đó", "Nam"), List.of("Trong đó", "Nữ"));
		assertThat(table.rows()).extracting(row -> row.mark() + " " + row.name().vi()).containsExactly("1 Trẻ dưới 1 tuổi được tiêm đủ", "2 Phụ nữ có thai được tiêm uốn ván",
				"3 Phản ứng sau tiêm");
		assertThat(table.cells()).extracting(cell -> cell.row() + cell.column() + " " + cell.indicator() + "[" + cell.breakdown() + "] " + cell.formula())
			.contains("R1C1 THU_B1R1[] sum(THU_B1R1[SEX=M], THU_B1R1[SEX=F])", "R2C1 THU_B1R2[] THU_B1R2[SEX=M] + THU_B1R2[SEX=F]", "R1C3 THU_B1R1[SEX=F] null");
		assertThat(taken.indicators()).extracting(FormTables.NewIndicator::unit).containsOnly("person");
		assertThat(findings).extracting(FormFinding::rule).containsOnly("formula-taken");
		assertThat(TemplateFormulas.of(new Template(taken.tables(), List.of(), List.of()), _ -> Optional.empty()).findings()).isEmpty();
	}

	@Test
	void headingsMakeOneGrid() {
		HeaderGrid grid = HeaderGrid.of(take(FormFile.monthly()).tables().getFirst().columns());
		assertThat(grid.rows()).hasSize(2);
		assertThat(grid.rows().getFirst()).extracting(heading -> heading.text().vi() + " " + heading.columns() + "×" + heading.rows()).containsExactly("Tổng số 1×2", "Trong đó 2×1");
	}

	@Test
	void tagsTieCellsToIndicators() {
		FormTables.Taken taken = take(new FormFile().sheet(null, """
				A1:STT|B1:Chỉ tiêu|C1:Kế hoạch|D1:Thực hiện
				A2:1|B2:Lao động qua đào tạo|C2:x|D2:{{LD0301}}
				A3:2|B3:Trong đó nữ|D3:{{ LD0301[SEX=F] }}
				""").bytes());
		assertThat(taken.tables().getFirst().cells()).extracting(cell -> cell.row() + cell.column() + " " + cell.indicator() + "[" + cell.breakdown() + "]")
			.containsExactly("R1C2 LD0301[]", "R2C2 LD0301[SEX=F]");
		assertThat(taken.indicators()).isEmpty();
	}

	@Test
	void aTagOfAPartThatIsNotThereIsNotTaken() {
		FormTables.Taken taken = take(new FormFile().sheet(null, "A1:STT|B1:Chỉ tiêu|C1:Thực hiện\nA2:1|B2:Lao động|C2:{{LD0301}}\nA3:2|B3:Khác|C3:{{LD0301[SEX=X]}}\nA4:3|B4:Lạ|C4:{{LD0301[GIOI=F]}}").bytes());
		assertThat(taken.tables().getFirst().cells()).extracting(cell -> cell.row() + "[" + cell.breakdown() + "]").containsExactly("R1[]");
		assertThat(findings).filteredOn(finding -> finding.rule().equals("part")).extracting(finding -> finding.where() + " " + finding.values().get("part") + ": " + finding.values().get("possible"))
			.satisfiesExactly(sex -> assertThat(sex).isEqualTo("Biểu 1!C3 SEX=X: SEX=F, SEX=M"), dimension -> assertThat(dimension).startsWith("Biểu 1!C4 GIOI=F: ").contains("SEX", "LV"));
	}

	@Test
	void aKnownNameIsTheKnownIndicator() {
		FormTables.Taken taken = take(new FormFile().sheet(null, "A1:TT|B1:Nội dung|C1:Số lượng\nA2:1|B2:Lao động qua đào tạo (người)\nA3:2|B3:Việc khác").bytes());
		assertThat(taken.tables().getFirst().cells()).extracting(cell -> cell.indicator().value()).containsExactly("LD0301", "THU_B1R2");
	}

	@Test
	void anotherVersionOfAFormKeepsCodesByNameAndGivesNoneAwayTwice() {
		String first = "A1:TT|B1:Nội dung|C1:Số lượng\nA2:1|B2:Ca mắc\nA3:2|B3:Trong đó trẻ em\nA4:3|B4:Ca tử vong\nA5:4|B5:Trong đó trẻ em";
		FigureNames names = ReadForms.names(take(new FormFile().sheet(null, first).bytes()).indicators());
		assertThat(codes(names, first)).as("the same form").containsExactly("THU_B1R1", "THU_B1R2", "THU_B1R3", "THU_B1R4");
		String second = "A1:TT|B1:Nội dung|C1:Số lượng\nA2:1|B2:Ca nghi ngờ\nA3:2|B3:Ca mắc\nA4:3|B4:Ca tử vong";
		assertThat(codes(names, second)).as("a new row at an old place").containsExactly("THU_N1", "THU_B1R1", "THU_B1R3");
	}

	@Test
	void rowsOfSeveralColumnsKeepTheirCodes() {
		String form = "A1:TT|B1:Nội dung|C1:Kế hoạch|D1:Đã làm\nA2:1|B2:Việc lạ\nA3:2|B3:Việc lạ nữa";
		FigureNames names = ReadForms.names(take(new FormFile().sheet(null, form).bytes()).indicators());
		assertThat(codes(names, form)).containsExactly("THU_B1R1C1", "THU_B1R1C2", "THU_B1R2C1", "THU_B1R2C2");
		assertThat(codes(names, form.replace("Việc lạ\n", "Việc khác hẳn\n"))).containsExactly("THU_N1", "THU_N2", "THU_B1R2C1", "THU_B1R2C2");
	}

	@Test
	void partsOfARowAreToldByTrongDo() {
		FormTables.Taken taken = take(new FormFile().sheet(null, """
				A1:STT|B1:Chỉ tiêu|C1:Số lượng
				A2:1|B2:Trẻ được khám lạ
				B3:Trong đó:
				B4:- Nữ
				B5:- Trẻ mồ côi
				A6:2|B6:Trẻ được chữa lạ
				B7:Trong đó: nữ
				""").bytes());
		assertThat(taken.tables().getFirst().rows()).extracting(row -> row.depth() + " " + row.name().vi()).containsExactly("0 Trẻ được khám lạ", "1 Trong đó:", "1 Nữ", "1 Trẻ mồ côi", "0 Trẻ được chữa lạ",
				"1 Trong đó: nữ");
		assertThat(taken.tables().getFirst().cells()).extracting(cell -> cell.row() + " " + cell.indicator() + "[" + cell.breakdown() + "]").containsExactly("R1 THU_B1R1[]", "R3 THU_B1R1[SEX=F]", "R4 THU_B1R4[]",
				"R5 THU_B1R5[]", "R6 THU_B1R5[SEX=F]");
		assertThat(taken.indicators()).extracting(FormTables.NewIndicator::name).containsExactly("Trẻ được khám lạ", "Trẻ được khám lạ – Trẻ mồ côi", "Trẻ được chữa lạ");
	}

	@Test
	void unitsStandInAColumnOrUnderTheHeadings() {
		FormTables.Taken column = take(new FormFile().sheet(null, "A1:STT|B1:Nội dung|C1:Đơn vị tính|D1:Thực hiện\nA2:1|B2:Việc lạ|C2:Liều\nA3:2|B3:Người lạ|C3:Người").bytes());
		assertThat(column.indicators()).extracting(FormTables.NewIndicator::unit).containsExactly("liều", "person");
		FormTables.Taken row = take(new FormFile().sheet(null, "A1:STT|B1:Nội dung|C1:Số vụ lạ|D1:Tỷ lệ lạ\nC2:(vụ)|D2:(%)\nA3:1|B3:Việc lạ|D3:=C3/100").bytes());
		assertThat(row.tables().getFirst().columns()).extracting(head -> head.path().stream().map(LocalizedText::vi).toList()).containsExactly(List.of("Số vụ lạ"), List.of("Tỷ lệ lạ"));
		assertThat(row.indicators()).extracting(FormTables.NewIndicator::unit).containsExactly("case", "percent");
		assertThat(row.indicators()).extracting(one -> one.ways().overUnits()).containsExactly(Aggregation.SUM, Aggregation.RATIO_OF_SUMS);
	}

	@Test
	void aShareOfAPartIsNotPutTogetherAgain() {
		FormTables.Taken taken = take(new FormFile().sheet(null, "A1:STT|B1:Nội dung|C1:Tổng số|D1:Nữ\nA2:1|B2:Người lạ\nA3:2|B3:Tỷ lệ nữ lạ|C3:=D2/C2").bytes());
		assertThat(taken.tables().getFirst().cells()).extracting(Template.TableCell::formula).contains("THU_B1R1[SEX=F] / THU_B1R1");
		assertThat(taken.indicators()).extracting(one -> one.ways().overUnits()).containsExactly(Aggregation.SUM, Aggregation.NONE);
	}

	@Test
	void aHeadingWithoutRowsIsATableThatGrowsAndASheetHasSeveral() {
		FormTables.Taken taken = take(new FormFile().sheet(null, """
				A1:Biểu tổng hợp vụ việc
				A2:STT|B2:Nội dung|C2:Số lượng
				A3:1|B3:Vụ việc lạ
				B5:Danh sách vụ việc nổi bật
				A6:STT|B6:Tên vụ|C6:Ngày xảy ra|D6:Số tiền thiệt hại|E6:Ghi chú
				A7:1
				A8:2
				B10:Người lập biểu
				""").bytes());
		assertThat(taken.tables()).extracting(table -> table.title().vi() + " " + table.growing()).containsExactly("Biểu tổng hợp vụ việc 0", "Danh sách vụ việc nổi bật 100");
		assertThat(taken.tables().getLast().columns()).extracting(column -> column.path().getLast().vi() + " " + column.kind())
			.containsExactly("Tên vụ text", "Ngày xảy ra date", "Số tiền thiệt hại number", "Ghi chú text");
		assertThat(findings).extracting(FormFinding::rule).containsExactly("growing");
	}

	@Test
	void aFormulaThatWasFilledDownMovesWithItsCell() {
		SharedFormula first = new SharedFormula(7, 2, "SUM(D8:E8)+$F8*G$1");
		assertThat(first.at(9, 2)).isEqualTo("SUM(D10:E10)+$F10*G$1");
		assertThat(first.at(7, 3)).isEqualTo("SUM(E8:F8)+$F8*H$1");
	}

	@Test
	void aWorkbookThatLacksWhatMustBeThereIsUnreadable() {
		assertThat(read(new FormFile().sheet(null, "A1:STT", "").bytes())).isEmpty();
		assertThat(findings).extracting(FormFinding::rule).containsExactly("unreadable");
	}

	@Test
	void whatCannotBeTakenIsSaid() {
		assertThat(take(new FormFile().sheet(null, "A1:STT|B1:Nội dung|C1:Số\nA2:1|B2:Việc|C2:=VLOOKUP(A2,D1:E9,2)").sheet("hidden", "A1:STT").sheet(null, "A1:Chữ").bytes()).tables())
			.hasSize(1);
		assertThat(findings).extracting(FormFinding::rule).containsExactlyInAnyOrder("hidden-sheet", "formula-lost", "no-table");
		assertThat(findings).allMatch(FormFinding::warning);
	}

	@Test
	void aQuotientGuardedAgainstNothingIsTaken() {
		FormTables.Taken taken = take(new FormFile().sheet(null, """
				A1:TT|B1:Nội dung|C1:Nhận|D1:Đúng hạn|E1:Tỷ lệ
				A2:1|B2:Việc lạ|E2:=IF(C2=0,0,ROUND(D2/C2*100,1))
				A3:2|B3:Việc lạ nữa|E3:=IF($C3&gt;0,D3/$C3,"")
				A4:3|B4:Việc lạ khác|E4:=IFERROR(D4/C4;0)
				A5:4|B5:Việc lạ cuối|E5:=IF(C5=0,D4,D5*2)
				""").bytes());
		assertThat(taken.tables().getFirst().cells()).filteredOn(cell -> cell.column().equals("C3")).extracting(Template.TableCell::formula)
			.containsExactly("round(THU_B1R1C2 / THU_B1R1C1 * 100, 1)", "THU_B1R2C2 / THU_B1R2C1", "THU_B1R3C2 / THU_B1R3C1", null);
		assertThat(FormFinding.worstFirst(findings)).extracting(FormFinding::rule).containsExactly("formula-lost", "not-summed", "formula-taken", "formula-taken", "formula-taken");
	}

	@Test
	void rowsThatOnlyHeadOthersAskForNothing() {
		Template.Table table = take(new FormFile().sheet(null, """
				A1:TT|B1:Nội dung|C1:Đơn vị tính|D1:Trực tiếp|E1:Trực tuyến
				A2:I|B2:TIẾP CÔNG DÂN
				A3:1|B3:Lượt tiếp|C3:Lượt
				B4:Trong đó:
				A5:1.1|B5:Tiếp định kỳ|C5:Lượt
				B6:Tổng cộng|D6:=D3+D5|E6:=E3+E5
				""").bytes()).tables().getFirst();
		assertThat(table.rows()).hasSize(5);
		assertThat(table.cells()).extracting(Template.TableCell::row).containsExactly("R2", "R2", "R4", "R4", "R5", "R5");
	}

	@Test
	void macrosAndWhatIsNoWorkbookAreRefused() {
		assertThat(read(new FormFile().sheet(null, "A1:STT").withMacros().bytes())).isEmpty();
		assertThat(read("not a workbook".getBytes(java.nio.charset.StandardCharsets.UTF_8))).isEmpty();
		assertThat(findings).extracting(FormFinding::rule).containsExactly("macros", "unreadable");
	}

	@Test
	void aFormThatUnpacksToTooMuchIsRefused() {
		StringBuilder rows = new StringBuilder();
		for (int row = 1; row <= 1_001; row++) {
			rows.append("A").append(row).append(":x\n");
		}
		assertThat(read(new FormFile().sheet(null, rows.toString()).bytes())).isEmpty();
		assertThat(findings).extracting(FormFinding::rule).containsExactly("too-large");
	}

	@Test
	void mergedCellsTakeOneFigure() {
		FormTables.Taken taken = take(new FormFile().sheet(null, "A1:STT|B1:Nội dung|C1:Cũ|D1:Mới\nA2:1|B2:Việc\nA3:2|B3:Việc nữa", "C2:D2").bytes());
		assertThat(taken.tables().getFirst().cells()).extracting(cell -> cell.row() + cell.column()).containsExactly("R1C1", "R2C1", "R2C2");
		assertThat(findings).extracting(FormFinding::where).containsExactly("Biểu 1!D2");
	}

	private List<FormSheet> read(byte[] content) {
		return forms().read(content);
	}

	private FormTables.Taken take(byte[] file) {
		return forms().take(file);
	}

	private ReadForms forms() {
		return new ReadForms(folder, findings);
	}

	private List<String> codes(FigureNames names, String form) {
		return new FormTables("THU_", names, findings).take(read(new FormFile().sheet(null, form).bytes())).tables().getFirst().cells().stream()
			.map(cell -> cell.indicator().value()).toList();
	}

}
