package vn.motcua.reporting.regime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes Excel forms as a ministry would keep them, cell by cell. */
public final class FormFile {

	private final List<String> sheets = new ArrayList<>();

	private final List<String> states = new ArrayList<>();

	private final StringBuilder names = new StringBuilder();

	private boolean macros;

	/** The monthly form of a ministry: two levels of headings, marks, a unit in brackets, sums and a ratio. */
	public static byte[] monthly() {
		return new FormFile().sheet(null, """
				A1:BỘ Y TẾ
				A2:BÁO CÁO THÁNG VỀ TIÊM CHỦNG MỞ RỘNG
				E3:Đơn vị: người
				A5:STT|B5:Nội dung|C5:Tổng số|D5:Trong đó
				D6:Nam|E6:Nữ
				A7:A|B7:B|C7:1|D7:2|E7:3
				A8:1|B8:Trẻ dưới 1 tuổi được tiêm đủ|C8:=SUM(D8:E8)
				A9:2|B9:Phụ nữ có thai được tiêm uốn ván|C9:=D9+E9
				A10:3|B10:Phản ứng sau tiêm|C10:=SUM(D10:E10)
				B12:Người lập biểu
				""", "A5:A6", "B5:B6", "C5:C6", "D5:E5").bytes();
	}

	/** The form of the half-hour story: merged headings over two rows, a row of units, <i>trong đó</i>, sums, a share, a list that grows, signatures. */
	public static byte[] treatment() {
		return new FormFile().sheet(null, """
				A1:BỘ Y TẾ
				A2:Biểu số: 07/KCB
				C2:BÁO CÁO KẾT QUẢ KHÁM, CHỮA BỆNH LƯU ĐỘNG HẰNG THÁNG
				E3:Kỳ báo cáo: tháng … năm …
				A5:STT|B5:Nội dung|C5:Đơn vị tính|D5:Thực hiện trong tháng
				D6:Cơ sở công|E6:Cơ sở tư
				A7:A|B7:B|C7:C|D7:1|E7:2
				A8:1|B8:Số lượt khám lưu động|C8:lượt
				B9:Trong đó: nữ|C9:lượt
				A10:2|B10:Số lượt chuyển viện lưu động|C10:lượt
				A11:3|B11:Chi phí bình quân một lượt khám lưu động|C11:nghìn đồng
				A12:4|B12:Tỷ lệ chuyển viện lưu động|C12:%|D12:=D10/D8*100|E12:=E10/E8*100
				B14:Danh sách đợt khám lưu động
				A15:STT|B15:Tên đợt|C15:Ngày khám|D15:Số người được khám|E15:Ghi chú
				A16:1
				A17:2
				B20:Người lập biểu|D20:Thủ trưởng đơn vị
				B21:(Ký, ghi rõ họ tên)|D21:(Ký tên, đóng dấu)
				""", "A5:A6", "B5:B6", "C5:C6", "D5:E5").bytes();
	}

	FormFile sheet(String state, String lines, String... merges) {
		StringBuilder xml = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
		for (String line : lines.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
			xml.append("<row r=\"").append(line.substring(0, line.indexOf(':')).replaceAll("[A-Z]", "")).append("\">");
			for (String cell : line.split("\\|")) {
				xml.append(cell(cell.substring(0, cell.indexOf(':')), cell.substring(cell.indexOf(':') + 1)));
			}
			xml.append("</row>");
		}
		xml.append("</sheetData><mergeCells>");
		for (String merge : merges) {
			xml.append(merge.isEmpty() ? "<mergeCell/>" : "<mergeCell ref=\"" + merge + "\"/>");
		}
		sheets.add(xml.append("</mergeCells></worksheet>").toString());
		states.add(state == null ? "" : " state=\"" + state + "\"");
		return this;
	}

	/** What one may enter in cells of the sheet before, as Excel wrote it until 2007 and still does for the same sheet. */
	FormFile entry(String cells, String kind, String formula) {
		return entry("<dataValidations><dataValidation type=\"" + kind + "\" sqref=\"" + cells + "\"><formula1>" + formula + "</formula1></dataValidation></dataValidations>");
	}

	/** As Excel 2010 and later write a list that stands on another sheet. */
	FormFile listElsewhere(String cells, String formula) {
		return entry("<extLst><ext xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\"><x14:dataValidations xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\">"
				+ "<x14:dataValidation type=\"list\"><x14:formula1><xm:f>" + formula + "</xm:f></x14:formula1><xm:sqref>" + cells + "</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>");
	}

	private FormFile entry(String xml) {
		sheets.set(sheets.size() - 1, sheets.getLast().replace("</worksheet>", xml + "</worksheet>"));
		return this;
	}

	/** A row and a column, by its number, of the sheet before that nobody sees. */
	FormFile hidden(int row, int column) {
		sheets.set(sheets.size() - 1, sheets.getLast().replace("<row r=\"" + row + "\"", "<row r=\"" + row + "\" hidden=\"1\"")
			.replace("<sheetData>", "<cols><col min=\"" + column + "\" max=\"" + column + "\" hidden=\"true\"/></cols><sheetData>"));
		return this;
	}

	/** Cells of the sheet before that show a hundred times their number, with %. */
	FormFile percents(String... cells) {
		for (String cell : cells) {
			sheets.set(sheets.size() - 1, sheets.getLast().replace("<c r=\"" + cell + "\"", "<c r=\"" + cell + "\" s=\"1\""));
		}
		return this;
	}

	FormFile named(String name, String cells) {
		names.append("<definedName name=\"").append(name).append("\">").append(cells).append("</definedName>");
		return this;
	}

	FormFile withMacros() {
		macros = true;
		return this;
	}

	private static String cell(String address, String text) {
		if (text.startsWith("=")) {
			return "<c r=\"" + address + "\"><f>" + text.substring(1) + "</f><v>0</v></c>";
		}
		return text.matches("\\d+(\\.\\d+)?") ? "<c r=\"" + address + "\"><v>" + text + "</v></c>" : "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
	}

	byte[] bytes() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			StringBuilder workbook = new StringBuilder("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>");
			StringBuilder relations = new StringBuilder("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
			for (int at = 0; at < sheets.size(); at++) {
				put(zip, "xl/worksheets/sheet" + (at + 1) + ".xml", sheets.get(at));
				workbook.append("<sheet name=\"Biểu ").append(at + 1).append("\" sheetId=\"1\" r:id=\"r").append(at).append('"').append(states.get(at)).append("/>");
				relations.append("<Relationship Id=\"r").append(at).append("\" Target=\"worksheets/sheet").append(at + 1).append(".xml\"/>");
			}
			put(zip, "xl/workbook.xml", workbook.append("</sheets><definedNames>").append(names).append("</definedNames></workbook>").toString());
			put(zip, "xl/_rels/workbook.xml.rels", relations.append("</Relationships>").toString());
			put(zip, "xl/styles.xml", "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/></numFmts>"
					+ "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
			if (macros) {
				put(zip, "xl/vbaProject.bin", "macro");
			}
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return bytes.toByteArray();
	}

	private static void put(ZipOutputStream zip, String name, String text) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(text.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

}
