package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;

/** A report as a Word document has the parts that Decree 30/2020/NĐ-CP names. */
class WordPaperTests {

	@Test
	void hasTheFormOfAnAdministrativeDocument() throws Exception {
		Map<String, String> parts = parts(paper().bytes());
		String document = parts.get("word/document.xml");
		assertThat(document).containsSubsequence("ỦY BAN NHÂN DÂN TỈNH BẮC NINH", "PHƯỜNG KINH BẮC", "Số:", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
				"Bắc Ninh, ngày 02 tháng 11 năm 2026", "BÁO CÁO", "Tình hình", "Nơi nhận:", "- Văn phòng Chính phủ;", "THỦ TRƯỞNG ĐƠN VỊ");
		assertThat(document).as("heading rows on every page, rows whole").contains("<w:tblHeader/>", "<w:cantSplit/>").contains("4.711", "99,25", "A &amp; B &lt;C&gt;");
		assertThat(document).as("no number on the first page").contains("<w:titlePg/>", "w:type=\"default\" r:id=\"rId2\"");
		assertThat(parts.get("word/header1.xml")).contains(" PAGE ");
		for (String part : parts.values()) {
			DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
		}
	}

	@Test
	void rowsAreCalledByMarkNameAndTheUnitTheyDoNotTellThemselves() {
		assertThat(new vn.motcua.reporting.Template.Row("R1", "", vn.motcua.kernel.LocalizedText.same("Tổng số"), 0).mark()).as("nothing is no mark").isNull();
		assertThat(FormTable.FormRow.tells("Đăng ký khai tử (vụ, ca)", "vụ")).isTrue();
		assertThat(FormTable.FormRow.tells("An ninh, cư trú (công an)", "vụ")).isFalse();
		assertThat(FormTable.FormRow.tells("Số vụ", "vụ")).isFalse();
	}

	/** Words stand in the table, line by line, twice as wide as figures. */
	@Test
	void wordsStandBesideFigures() throws Exception {
		String document = parts(paper(WordsInTablesTests.form("H05.1"), Map.of("b1.tt.lydo", "Thiếu máy\nvà người", "b1.tr.han", "2026-12-31")).bytes()).get("word/document.xml");
		assertThat(document).containsSubsequence("4.711", "Thiếu máy", "</w:p>", "và người", "31/12/2026").contains("Nguyên nhân");
		DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void whereNobodySaidAUnitNoneIsShown() {
		vn.motcua.reporting.Template.Table one = SampleForm.TEMPLATE.tables().getFirst();
		vn.motcua.reporting.Template.TableCell cell = new vn.motcua.reporting.Template.TableCell("tt", "sl", new vn.motcua.reporting.IndicatorCode("KG01"), vn.motcua.reporting.Breakdown.WHOLE, null, false);
		FormTable table = SampleForm.of("H05.1", "2026-10", "VPCP.MAU", new vn.motcua.reporting.Template(
				List.of(new vn.motcua.reporting.Template.Table("b1", one.title(), one.columns(), one.rows(), List.of(cell), 0)), List.of(), List.of())).tables().getFirst();
		assertThat(table.unit()).isNull();
		assertThat(table.rows()).extracting(FormTable.FormRow::unit).containsOnlyNulls();
	}

	private static WordPaper paper() {
		return paper(SampleForm.of("H05.1"), Map.of());
	}

	private static WordPaper paper(ReportForm form, Map<String, String> words) {
		GrowingRow row = new GrowingRow("b2", UUID.randomUUID(), 0, Map.of("noi-dung", "A & B <C>", "so", "2"), 1);
		return new WordPaper(new ReportPaper(form, new PaperFrame("Ủy ban nhân dân tỉnh Bắc Ninh", "Bắc Ninh", List.of("Văn phòng Chính phủ")),
				Map.of(1, new BigDecimal(4711), 3, new BigDecimal("99.25")), Map.of(), null, List.of(row), words, List.of(new ReportPaper.Section("Tình hình", PlainRichText.of("Đã **xong**.", _ -> null))),
				List.of(), List.of(), List.of(), Map.of("dossier", "hồ sơ"), 3, "tháng 10/2026", Instant.parse("2026-11-02T03:00:00Z")));
	}

	private static Map<String, String> parts(byte[] file) throws IOException {
		Map<String, String> parts = new HashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return parts;
	}

}
