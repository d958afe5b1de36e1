package vn.motcua.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Template;

/** Rows of a form that only head others, and drop-downs. */
class FormSectionsTests {

	@TempDir
	private Path folder;

	private final List<FormFinding> findings = new ArrayList<>();

	@Test
	void sectionsWithoutAColumnOfUnitsAreTold() {
		FormTables.Taken taken = forms().take(new FormFile().sheet(null, """
				A1:Biểu tình hình giải quyết
				A3:STT|B3:Nội dung|C3:Trực tiếp|D3:Trực tuyến
				A4:A|B4:TIẾP CÔNG DÂN
				A5:I|B5:Tại trụ sở
				A6:1|B6:Lượt tiếp lạ
				A7:2|B7:Đoàn lạ
				A8:II|B8:Tại cơ sở
				A9:1|B9:Lượt tiếp lạ nữa
				A10:B|B10:ĐƠN THƯ
				A11:1|B11:Đơn nhận lạ
				A12:III|B12:Tổng số vụ lạ
				A13:1|B13:Vụ lạ đã xong
				B14:CÔNG TÁC KHÁC
				A15:1|B15:Việc lạ
				""").bytes());
		assertThat(taken.sections()).extracting(section -> section.words() + " " + section.heads()).containsExactly("A TIẾP CÔNG DÂN true", "I Tại trụ sở true", "II Tại cơ sở true", "B ĐƠN THƯ true",
				"III Tổng số vụ lạ false", "CÔNG TÁC KHÁC true");
		assertThat(taken.tables().getFirst().rows()).hasSize(12);
		assertThat(taken.tables().getFirst().cells()).extracting(Template.TableCell::row).containsExactly("R3", "R3", "R4", "R4", "R6", "R6", "R8", "R8", "R9", "R9", "R10", "R10", "R12", "R12");
	}

	@Test
	void aGroupWhoseSumIsWantedIsNoHeading() {
		FormTables.Taken taken = forms().take(new FormFile().sheet(null, """
				A1:STT|B1:Nội dung|C1:Số lượng
				A2:I|B2:Nhóm lạ một
				A3:1|B3:Việc lạ
				A4:2|B4:Việc lạ nữa
				A5:II|B5:Nhóm lạ hai|C5:=C6
				A6:1|B6:Việc lạ khác
				A7:A|B7:Nhóm lạ ba
				A8:1|B8:Việc lạ cuối
				B9:Cộng|C9:=C5+C7
				""").bytes());
		assertThat(taken.sections()).as("II is filled in, so I is one like it; the sum reads A").extracting(section -> section.words() + " " + section.heads())
			.containsExactly("I Nhóm lạ một false", "A Nhóm lạ ba false");
		assertThat(taken.tables().getFirst().cells()).extracting(Template.TableCell::row).containsExactly("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8");
	}

	@Test
	void sectionsWrittenOverTheColumnsKeepTheirNames() {
		FormTables.Taken taken = forms().take(new FormFile().sheet(null, """
				A1:STT|B1:Nội dung|C1:Cũ|D1:Mới
				A2:I. CÔNG TÁC TIẾP DÂN
				A3:1|B3:Lượt tiếp lạ
				B4:II. CÔNG TÁC KHÁC
				A5:1|B5:Việc lạ
				A6:III/ KHÔNG GỘP Ô NÀO
				A7:1|B7:Việc lạ nữa
				A9:Người lập biểu
				""", "A2:D2", "B4:D4").bytes());
		assertThat(taken.tables().getFirst().rows()).extracting(row -> row.mark() + " " + row.name().vi()).containsExactly("I CÔNG TÁC TIẾP DÂN", "1 Lượt tiếp lạ", "II CÔNG TÁC KHÁC", "1 Việc lạ",
				"III KHÔNG GỘP Ô NÀO", "1 Việc lạ nữa");
		assertThat(taken.sections()).allMatch(FormSections.Section::heads).hasSize(3);
		assertThat(taken.tables().getFirst().cells()).extracting(Template.TableCell::row).containsExactly("R2", "R2", "R4", "R4", "R6", "R6");
	}

	@Test
	void theOfficerSaysOtherwiseOfASection() {
		FormTables.Taken taken = forms().take(new FormFile().sheet(null, "A1:STT|B1:Nội dung|C1:Cũ (vụ)|D1:Mới (vụ)\nA2:I|B2:Nhóm lạ\nA3:1|B3:Việc lạ").bytes());
		Template.Table table = taken.tables().getFirst();
		FigureNames names = ReadForms.names(taken.indicators());
		SectionRows rows = new SectionRows(new OwnCodes("THU_", names::known), code -> taken.indicators().stream().filter(one -> one.code().equals(code))
			.map(ReadForms::indicator).findFirst());
		Template.Table said = rows.said(table, "R1", false);
		assertThat(said.cells()).extracting(cell -> cell.row() + " " + cell.indicator()).contains("R1 THU_B1R1C1", "R1 THU_B1R1C2");
		assertThat(rows.made()).extracting(FormTables.NewIndicator::name).containsExactly("Nhóm lạ – Cũ (vụ)", "Nhóm lạ – Mới (vụ)");
		assertThat(rows.made()).extracting(FormTables.NewIndicator::unit).containsOnly("case");
		assertThat(rows.said(said, "R1", true).cells()).isEqualTo(table.cells());
		assertThat(rows.said(table, "R9", false)).isEqualTo(table);
	}

	@Test
	void dropDownsOfATableThatGrowsAreItsChoices() {
		FormTables.Taken taken = forms().take(new FormFile().sheet(null, """
				A1:STT|B1:Tên vụ|C1:Mức độ|D1:Kết quả|E1:Loại|F1:Xã|G1:Số tiền|H1:Tháng|I1:Nơi
				A2:1
				B9:Người lập biểu
				""").entry("C2:C30", "list", "\"Nhẹ, Nặng,Rất nặng\"").listElsewhere("D2:D30", "'Biểu 2'!$A$1:$A$3").entry("E2:E30", "list", "LOAI").entry("F2:F30", "list", "INDIRECT(B2)")
			.entry("G2:G30", "whole", "0").entry("H2:H30", "date", "1").entry("I2:I30", "list", "$K$1:$K$2")
			.sheet("hidden", "A1:Đã xong\nA2:Chưa xong\nB1:Một\nC1:Hai").named("LOAI", "'Biểu 2'!$B$1:$C$1").bytes());
		assertThat(taken.tables().getFirst().columns()).extracting(column -> column.kind() + column.choices().stream().map(LocalizedText::vi).toList()).containsExactly("text[]",
				"choice[Nhẹ, Nặng, Rất nặng]", "choice[Đã xong, Chưa xong]", "choice[Một, Hai]", "text[]", "number[]", "date[]", "text[]");
		assertThat(taken.tables().getFirst().columns().get(5).decimals()).as("whole numbers").isZero();
		assertThat(findings).extracting(FormFinding::rule).as("the hidden sheet is read for its choices").containsExactlyInAnyOrder("growing", "list-taken", "list-taken", "list-taken", "list-lost", "list-lost");
	}

	@Test
	void wordsToChooseStandBesideFigures() {
		FormTables.Taken taken = forms().take(new FormFile().sheet(null, """
				A1:STT|B1:Nội dung|C1:Số lượng|D1:Đánh giá
				A2:I|B2:NHÓM LẠ
				A3:1|B3:Việc lạ
				A4:2|B4:Việc lạ nữa
				""").entry("D3:D4", "list", "\"Đạt,Không đạt\"").entry("C4", "list", "\"1,2,3\"").bytes());
		assertThat(taken.tables().getFirst().columns()).extracting(column -> column.path().getLast().vi()).containsExactly("Số lượng", "Đánh giá");
		assertThat(taken.tables().getFirst().columns().getLast().choices()).extracting(LocalizedText::vi).containsExactly("Đạt", "Không đạt");
		assertThat(taken.tables().getFirst().cells()).filteredOn(cell -> cell.column().equals("W1")).extracting(Template.TableCell::row).as("not beside what only heads others").containsExactly("R2", "R3");
		assertThat(taken.indicators()).extracting(FormTables.NewIndicator::name).containsExactly("Việc lạ", "Việc lạ nữa");
		assertThat(findings).extracting(FormFinding::rule).containsExactly("list-taken");
	}

	private ReadForms forms() {
		return new ReadForms(folder, findings);
	}

}
