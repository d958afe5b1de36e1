package vn.motcua.agency.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

class TreeFileTests {

	@Test
	void readsCommasSemicolonsQuotesAndVietnameseHeadings() {
		List<RawLine> commas = read("level,kind,name,code\r\ncommune,xa,\"Ia \"\"H'Leo\"\", một\",24184\r\n\r\nprovince,tinh,Cũ,01");
		List<RawLine> semicolons = read("\ufeffcap;loai;ten;ma;ma_cap_tren\nprovince;tinh;Lào Cai;10;\n");

		assertThat(commas).hasSize(2);
		assertThat(commas.getFirst().get(Column.NAME)).isEqualTo("Ia \"H'Leo\", một");
		assertThat(commas.getLast().number()).isEqualTo(4);
		assertThat(semicolons.getFirst().get(Column.CODE)).isEqualTo("10");
	}

	@Test
	void composesLettersAndTheirMarks() {
		assertThat(read("level,kind,name,code\nprovince,tinh,Ha\u0300 Giang,02\n").getFirst().get(Column.NAME)).isEqualTo("Hà Giang");
	}

	@Test
	void readsTheFirstSheetOfASpreadsheet() throws IOException {
		byte[] file = spreadsheet("""
				<row r="1"><c r="A1" t="inlineStr"><is><t>level</t></is></c><c r="B1" t="inlineStr"><is><t>kind</t></is></c>\
				<c r="C1" t="inlineStr"><is><t>name</t></is></c><c r="D1" t="inlineStr"><is><t>code</t></is></c></row>
				<row r="3"><c r="A3" t="inlineStr"><is><t>province</t></is></c><c r="B3" t="inlineStr"><is><t>tinh</t></is></c>\
				<c r="C3" t="inlineStr"><is><t>Lào Cai</t></is></c><c r="D3" t="inlineStr"><is><t>10</t></is></c></row>""");

		List<RawLine> lines = TreeFile.read(file);

		assertThat(lines).hasSize(1);
		assertThat(lines.getFirst().number()).isEqualTo(3);
		assertThat(lines.getFirst().get(Column.NAME)).isEqualTo("Lào Cai");
	}

	@Test
	void refusesWhatIsNoTree() {
		assertThatThrownBy(() -> TreeFile.read(new byte[] { 'l', 'e', (byte) 0xff, (byte) 0xfe })).hasMessage("agency.file-unreadable");
		assertThatThrownBy(() -> read("name,code\nA,01\n")).hasMessage("agency.file-unreadable");
		assertThatThrownBy(() -> read("")).hasMessage("agency.file-unreadable");
		assertThatThrownBy(() -> read("level,kind,name,code\nprovince,tinh,\"Lào Cai,10\n")).hasMessage("agency.file-unreadable");
		assertThatThrownBy(() -> TreeFile.read(new byte[] { 'P', 'K', 3, 4, 0, 0 })).hasMessage("agency.file-unreadable");
	}

	@Test
	void refusesFilesBeyondTheLimits() throws IOException {
		assertThatThrownBy(() -> TreeFile.read(new byte[TreeFile.MOST_BYTES + 1])).hasMessage("agency.file-too-large");
		assertThatThrownBy(() -> read("level,kind,name,code\n" + "a,b,c,d\n".repeat(TreeFile.MOST_LINES + 1))).hasMessage("agency.file-too-large");
		assertThatThrownBy(() -> TreeFile.read(spreadsheet(" ".repeat(70_000_000)))).hasMessage("agency.file-too-large");
	}

	private static List<RawLine> read(String text) {
		return TreeFile.read(text.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] spreadsheet(String rows) throws IOException {
		Map<String, String> parts = Map.of("[Content_Types].xml", """
				<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
				<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
				<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
				<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
				</Types>""", "_rels/.rels", """
				<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
				Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
				"xl/workbook.xml", """
				<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
				xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>""",
				"xl/_rels/workbook.xml.rels", """
				<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
				Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""",
				"xl/worksheets/sheet1.xml",
				"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows + "</sheetData></worksheet>");
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		return bytes.toByteArray();
	}

}
