package vn.motcua.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.motcua.reporting.Template;

/** Forms as ministries keep them: what their columns, notes and shares say, and what must not be added up by itself. */
class MinistryFormTests {

	@org.junit.jupiter.api.io.TempDir
	private java.nio.file.Path folder;

	private final List<FormFinding> findings = new ArrayList<>();

	/** Plan, month, the year so far, and two comparisons under one heading; units in a column called <i>Đơn vị</i>. */
	@Test
	void unitsOfAColumnBesideTheNamesAndOfAHeadingOverOthers() {
		FormTables.Taken taken = take(new FormFile().sheet(null, """
				A1:Biểu số 01/SX: TÌNH HÌNH SẢN XUẤT VÀ THƯƠNG MẠI
				A2:Đơn vị báo cáo: Sở Công Thương tỉnh có một cái tên rất dài để thử tiêu đề|E2:(Tính đến ngày 15 tháng … năm 2026, số liệu còn có thể thay đổi)
				A3:STT|B3:Chỉ tiêu|C3:Đơn vị|D3:Kế hoạch năm|E3:Thực hiện|G3:So sánh (%)|I3:Ghi chú
				E4:Tháng báo cáo|F4:Lũy kế từ đầu năm|G4:Với kế hoạch|H4:Với cùng kỳ
				A5:A|B5:B|C5:C|D5:1|E5:2|F5:3|G5:4=3/1|H5:5|I5:D
				A6:I|B6:SẢN XUẤT
				A7:1|B7:Giá trị sản xuất lạ|C7:Tỷ đồng|G7:=F7/D7*100
				B8:Trong đó: - Khu vực lạ|C8:Tỷ đồng
				A9:2|B9:Than lạ|C9:1.000 tấn
				A10:3|B10:Điện lạ|C10:Triệu kWh
				A11:4|B11:Chỉ số sản xuất lạ|C11:%
				""", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:H3", "I3:I4").bytes());
		Template.Table table = taken.tables().getFirst();
		assertThat(table.title().vi()).as("neither an address nor a day").isEqualTo("TÌNH HÌNH SẢN XUẤT VÀ THƯƠNG MẠI");
		assertThat(table.columns()).extracting(column -> column.path().getLast().vi()).containsExactly("Kế hoạch năm", "Tháng báo cáo", "Lũy kế từ đầu năm", "Với kế hoạch", "Với cùng kỳ", "Ghi chú");
		assertThat(table.cells()).extracting(Template.TableCell::row).doesNotContain("R1");
		assertThat(units(taken, "R2")).containsExactly("billion-vnd", "billion-vnd", "billion-vnd", "percent", "percent");
		assertThat(units(taken, "R4")).startsWith("thousand-tonnes").endsWith("percent");
		assertThat(units(taken, "R5")).startsWith("million-kwh");
		assertThat(taken.indicators()).filteredOn(one -> one.code().value().startsWith("THU_B1R3")).extracting(FormTables.NewIndicator::name).first().isEqualTo("Giá trị sản xuất lạ – Khu vực lạ – Kế hoạch năm");
		assertThat(ways(taken, "R2")).containsExactly("SUM LAST", "SUM SUM", "SUM LAST", "RATIO_OF_SUMS RATIO_OF_SUMS", "NONE NONE");
		assertThat(ways(taken, "R6")).containsOnly("NONE NONE");
	}

	@Test
	void whatCannotBeAddedUpIsSaidOnce() {
		FormTables.Taken taken = take(new FormFile().sheet(null, "A1:STT|B1:Nội dung|C1:ĐVT|D1:Kết quả\nA2:1|B2:Số ngày điều trị trung bình lạ|C2:ngày\nA3:2|B3:Tỷ lệ lạ|C3:%\nA4:3|B4:Số giường hiện có lạ|C4:giường"
				+ "\nA5:4|B5:Số dư đầu kỳ lạ|C5:đồng").bytes());
		assertThat(taken.indicators()).extracting(one -> one.ways().overUnits() + " " + one.ways().overTime()).containsExactly("NONE NONE", "NONE NONE", "SUM LAST", "SUM NONE");
		assertThat(findings).singleElement().satisfies(finding -> {
			assertThat(finding.rule()).isEqualTo("not-summed");
			assertThat(finding.values()).containsEntry("n", 2).containsEntry("names", "Số ngày điều trị trung bình lạ; Tỷ lệ lạ");
		});
	}

	@Test
	void partsBelongToTheWholeUnderTheirHeading() {
		Template.Table among = take(new FormFile().sheet(null, """
				A1:(Đơn vị tính: ca lạ)
				A2:TT|B2:Nội dung|C2:Tổng số|D2:Chia ra|G2:Kinh phí (triệu đồng)
				D3:Nam|E3:Nữ|F3:Thành thị
				A4:1|B4:Việc lạ|C4:=D4+E4
				""", "D2:F2", "C2:C3", "G2:G3").bytes()).tables().getFirst();
		assertThat(figures(among)).containsExactly("THU_B1R1C1[]", "THU_B1R1C1[SEX=M]", "THU_B1R1C1[SEX=F]", "THU_B1R1C1[AREA=U]", "THU_B1R1C5[]");
		assertThat(among.cells().getFirst().formula()).isEqualTo("THU_B1R1C1[SEX=M] + THU_B1R1C1[SEX=F]");
		FormTables.Taken two = take(new FormFile().sheet(null, """
				A1:Đơn vị tính: ca lạ
				A2:TT|B2:Nội dung|C2:Mắc|F2:Chết
				C3:Tổng số|D3:Nam|E3:Nữ|F3:Tổng số|G3:Nữ
				A4:1|B4:Bệnh lạ
				""", "C2:E2", "F2:G2").bytes());
		assertThat(figures(two.tables().getFirst())).containsExactly("THU_B1R1C1[]", "THU_B1R1C1[SEX=M]", "THU_B1R1C1[SEX=F]", "THU_B1R1C4[]", "THU_B1R1C4[SEX=F]");
		assertThat(two.indicators()).extracting(one -> one.name() + ": " + one.unit()).containsExactly("Bệnh lạ – Mắc, Tổng số: ca lạ", "Bệnh lạ – Chết, Tổng số: ca lạ");
		Template.Table unclear = take(new FormFile().sheet(null, "A1:TT|B1:Nội dung|C1:Đã nhận|D1:Đã trả|E1:Nữ\nA2:1|B2:Việc lạ").bytes()).tables().getFirst();
		assertThat(figures(unclear)).as("nothing says of which").containsExactly("THU_B1R1C1[]", "THU_B1R1C2[]", "THU_B1R1C3[]");
	}

	/** Excel shows 0,85 as 85 % by the format of the cell alone. */
	@Test
	void aQuotientShownAsPerCentIsTakenAHundredfold() {
		FormTables.Taken taken = take(new FormFile().sheet(null, """
				A1:TT|B1:Nội dung|C1:Nhận (người)|D1:Xong (người)|E1:Đạt|F1:Khác (%)|G1:Tỷ lệ
				A2:1|B2:Việc lạ|E2:=IF(C2=0,0,D2/C2)|F2:=D2/C2%|G2:=D2/C2
				A3:2|B3:Việc lạ nữa|E3:=D3/C3-1|F3:=E3-1|G3:0.5
				""").percents("E2", "E3", "F3", "G3").bytes());
		assertThat(taken.tables().getFirst().cells()).filteredOn(cell -> cell.formula() != null).extracting(Template.TableCell::formula).containsExactly("(THU_B1R1C2 / THU_B1R1C1) * 100",
				"THU_B1R1C2 / (THU_B1R1C1 / 100)", "THU_B1R1C2 / THU_B1R1C1", "(THU_B1R2C2 / THU_B1R2C1 - 1) * 100");
		assertThat(units(taken, "R1")).containsExactly("person", "person", "percent", "percent", "ratio");
		assertThat(units(taken, "R2")).containsExactly("person", "person", "percent", "percent", "percent");
		assertThat(findings).extracting(FormFinding::rule).contains("formula-lost");
	}

	@Test
	void notesBelowATableAreNoRowsWhateverTheyBeginWith() {
		for (String note : List.of("* Ghi chú: số liệu lạ", "(*) Chú thích", "Nguồn: Cục lạ", "- Lưu ý: ghi tròn số")) {
			Template.Table table = take(new FormFile().sheet(null, "A1:Tên bệnh|B1:Số mắc|C1:Số chết\nA2:Bệnh lạ\nA3:Tổng cộng|B3:=B2|C3:=C2\nA5:" + note).bytes()).tables().getFirst();
			assertThat(table.rows()).as(note).extracting(row -> row.name().vi()).containsExactly("Bệnh lạ", "Tổng cộng");
		}
	}

	@Test
	void rowsAreNamedByTheGroupThatTheyAreMergedUnder() {
		FormTables.Taken taken = take(new FormFile().sheet(null, """
				A1:Cấp học|B1:Chỉ tiêu|C1:Công lập|D1:Tư thục
				A2:Mầm non lạ|B2:Trường
				B3:Lớp
				A4:Tiểu học lạ|B4:Trường
				B5:Lớp
				""", "A2:A3", "A4:A5").bytes());
		assertThat(taken.tables().getFirst().rows()).extracting(row -> row.name().vi()).containsExactly("Mầm non lạ – Trường", "Mầm non lạ – Lớp", "Tiểu học lạ – Trường", "Tiểu học lạ – Lớp");
		FormTables.Taken two = take(new FormFile().sheet(null, "A1:Lĩnh vực|B1:Nội dung|C1:Số vụ|D1:Số người\nA2:Lạ|B2:Một\nB3:Hai\nA4:Khác|B4:Một", "A2:A3").bytes());
		assertThat(two.tables().getFirst().rows()).extracting(row -> row.name().vi()).containsExactly("Lạ – Một", "Lạ – Hai", "Khác – Một");
		assertThat(two.indicators()).extracting(FormTables.NewIndicator::unit).containsExactly("case", "person", "case", "person", "case", "person");
	}

	@Test
	void rowsOfOneNameAreToldApartAndTakeTheUnitOfTheirHeading() {
		FormTables.Taken taken = take(new FormFile().sheet(null, """
				E1:ĐVT: 1.000 ha
				A2:TT|B2:Chỉ tiêu|C2:Kế hoạch|D2:Thực hiện
				A3:I|B3:Trồng trọt
				A4:1|B4:Diện tích gieo lạ
				B5:- Lúa lạ
				A6:2|B6:Diện tích gặt lạ
				B7:- Lúa lạ
				A8:3|B8:Năng suất lạ (tạ/ha)
				A11:II|B11:Chăn nuôi lạ (con)
				A12:1|B12:Đàn trâu lạ
				A15:Nơi nhận:
				""").bytes());
		assertThat(taken.tables().getFirst().rows()).as("over two empty lines").hasSize(8);
		assertThat(taken.indicators()).filteredOn(one -> one.code().value().endsWith("C1")).extracting(one -> one.name() + ": " + one.unit()).containsExactly("Diện tích gieo lạ – Kế hoạch: thousand-hectares",
				"Diện tích gieo lạ – Lúa lạ – Kế hoạch: thousand-hectares", "Diện tích gặt lạ – Kế hoạch: thousand-hectares", "Diện tích gặt lạ – Lúa lạ – Kế hoạch: thousand-hectares",
				"Năng suất lạ (tạ/ha) – Kế hoạch: tạ/ha", "Đàn trâu lạ – Kế hoạch: con");
	}

	@Test
	void hiddenRowsAndColumnsAskForNothing() {
		Template.Table table = take(new FormFile().sheet(null, "A1:TT|B1:Nội dung|C1:Dự toán|D1:Trợ giúp|E1:Thực hiện\nA2:1|B2:Thu lạ\nA3:2|B3:Thu ẩn\nA4:3|B4:Chi lạ").hidden(3, 4).bytes()).tables().getFirst();
		assertThat(table.rows()).extracting(row -> row.name().vi()).containsExactly("Thu lạ", "Chi lạ");
		assertThat(table.columns()).extracting(column -> column.path().getLast().vi()).containsExactly("Dự toán", "Thực hiện");
		assertThat(findings).extracting(finding -> finding.rule() + finding.values().values()).containsExactly("hidden-columns[D]", "hidden-rows[3]");
	}

	@Test
	void aTableWithARowForEachAgencyIsSaidToNeedOne() {
		take(new FormFile().sheet(null, "A1:STT|B1:Đơn vị hành chính|C1:Số hộ lạ\nA2:1|B2:Bắc Lạ\nA3:2|B3:Nam Lạ").bytes());
		take(new FormFile().sheet(null, "A1:STT|B1:Đơn vị|C1:Số hộ lạ\nA2:1|B2:Xã Bắc\nA3:2|B3:Xã Nam\nA4:3|B4:Phường Đông").bytes());
		assertThat(findings).extracting(FormFinding::rule).containsExactly("rows-are-agencies", "rows-are-agencies");
		take(new FormFile().sheet(null, "A1:STT|B1:Nội dung|C1:Số hộ lạ\nA2:1|B2:Xã hội hóa\nA3:2|B3:Xã đạt chuẩn").bytes());
		assertThat(findings).hasSize(2);
	}

	@Test
	void columnsOfAListAreNumbersWhereTheyCount() {
		Template.Table table = take(new FormFile().sheet(null, "A1:STT|B1:Tên doanh nghiệp|C1:Số điện thoại|D1:Số lao động bị nợ lương|E1:Số quyết định\nA2:1\nA3:2").bytes()).tables().getFirst();
		assertThat(table.columns()).extracting(Template.Column::kind).containsExactly("text", "text", "number", "text");
	}

	@Test
	void whatIsMeasuredHasDigitsAfterThePoint() {
		assertThat(List.of("million-kwh", "thousand-vnd", "percent", "tạ/ha", "triệu con", "1.000 cây")).allSatisfy(unit -> assertThat(Ways.decimals("Sản lượng lạ", unit)).as(unit).isEqualTo(2));
		assertThat(List.of("person", "con", "case", "none", "vnd")).allSatisfy(unit -> assertThat(Ways.decimals("Số lượng lạ", unit)).as(unit).isZero());
		assertThat(Ways.decimals("Số ngày điều trị trung bình", "day")).isEqualTo(2);
	}

	@Test
	void anOldFileIsToldFromADamagedOne() {
		new ReadForms(folder, findings).read(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0 });
		assertThat(findings).extracting(FormFinding::rule).containsExactly("old");
	}

	private FormTables.Taken take(byte[] file) {
		return new ReadForms(folder, findings).take(file);
	}

	private static List<String> units(FormTables.Taken taken, String row) {
		return of(taken, row).stream().map(FormTables.NewIndicator::unit).toList();
	}

	private static List<String> ways(FormTables.Taken taken, String row) {
		return of(taken, row).stream().map(one -> one.ways().overUnits() + " " + one.ways().overTime()).toList();
	}

	private static List<FormTables.NewIndicator> of(FormTables.Taken taken, String row) {
		return taken.indicators().stream().filter(one -> one.code().value().startsWith("THU_B1" + row + "C")).toList();
	}

	private static List<String> figures(Template.Table table) {
		return table.cells().stream().map(cell -> cell.indicator() + "[" + cell.breakdown() + "]").toList();
	}

}
