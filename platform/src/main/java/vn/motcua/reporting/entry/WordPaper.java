package vn.motcua.reporting.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A report as a text document (WordprocessingML, ECMA-376): four small parts, written as they are. */
final class WordPaper {

	private static final String TYPES = """
			<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
			<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>""";

	private static final String RELATIONS = """
			<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
			<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""";

	private static final String PARTS = """
			<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
			<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""";

	private static final String STYLES = """
			<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
			<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="160"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>""";

	private final StringBuilder body = new StringBuilder(64_000);

	private final ReportPaper paper;

	WordPaper(ReportPaper paper) {
		this.paper = paper;
	}

	byte[] bytes() {
		draw();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			part(zip, "[Content_Types].xml", TYPES);
			part(zip, "_rels/.rels", RELATIONS);
			part(zip, "word/_rels/document.xml.rels", PARTS);
			part(zip, "word/styles.xml", STYLES);
			String page = paper.wide() ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>" : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";
			part(zip, "word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
					+ body + "<w:sectPr>" + page + "<w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return bytes.toByteArray();
	}

	private void draw() {
		String agency = paper.form().address().agency().fullName().vi();
		if (!paper.above().isEmpty()) {
			paragraph("", "left", run(paper.above().toUpperCase(TypedNumber.VIETNAMESE), false, false));
		}
		paragraph("", "left", run(agency.toUpperCase(TypedNumber.VIETNAMESE), true, false));
		paragraph("", "center", run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true, false));
		paragraph("", "center", run("Độc lập - Tự do - Hạnh phúc", true, false));
		paragraph("", "right", run(paper.day(), false, true));
		paragraph("Heading1", "center", run(paper.form().address().regime().name().vi().toUpperCase(TypedNumber.VIETNAMESE), true, false));
		paragraph("", "center", run("Kỳ " + paper.period(), false, true));
		for (ReportPaper.Section section : paper.sections()) {
			paragraph("Heading1", "left", run(section.heading(), true, false));
			section.text().blocks().forEach(this::block);
		}
		paper.form().tables().forEach(this::table);
		list("Giải trình", paper.explained().stream().map(finding -> finding.words().vi() + " – " + finding.explanation()).toList());
		list("Ghi chú", paper.notes().stream().map(note -> note.cell() + ": " + note.text()).toList());
		list("Tệp kèm theo", paper.attachments().stream().map(Attachment::name).toList());
	}

	private void block(PlainRichText.Block block) {
		StringBuilder runs = new StringBuilder(block.kind().equals("li") ? run("- ", false, false) : "");
		block.runs().forEach(each -> runs.append(run(each.text(), each.bold() || block.kind().equals("h"), each.italic())));
		paragraph("", "both", runs.toString());
	}

	private void list(String heading, List<String> lines) {
		if (!lines.isEmpty()) {
			paragraph("Heading1", "left", run(heading, true, false));
			lines.forEach(line -> paragraph("", "both", run("- " + line, false, false)));
		}
	}

	private void table(FormTable table) {
		paragraph("Heading1", "left", run(table.table().title().vi(), true, false));
		if (table.unit() != null) {
			paragraph("", "right", run("Đơn vị tính: " + paper.unit(table.unit()), false, true));
		}
		body.append("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>");
		for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
			body.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
		}
		body.append("</w:tblBorders></w:tblPr><w:tblGrid>").append("<w:gridCol/>".repeat(table.table().columns().size() + 1)).append("</w:tblGrid>");
		head(table);
		if (table.grows()) {
			int number = 0;
			for (GrowingRow row : paper.rowsOf(table.table())) {
				body.append("<w:tr>");
				cell(String.valueOf(++number), "center", false, "");
				table.table().columns().forEach(column -> cell(paper.value(row, column), column.kind().equals("number") ? "right" : "left", false, ""));
				body.append("</w:tr>");
			}
		}
		for (FormTable.FormRow row : table.rows()) {
			body.append("<w:tr>");
			String unit = table.unit() == null && row.unit() != null ? " (" + paper.unit(row.unit()) + ")" : "";
			cell("   ".repeat(Math.min(row.row().depth(), 5)) + (row.row().mark() == null ? "" : row.row().mark() + ". ") + row.row().name().vi() + unit, "left", false, "");
			row.cells().forEach(cell -> cell(cell.blank() ? "" : paper.value(table, cell), "right", false, cell.blank() ? "<w:shd w:val=\"clear\" w:fill=\"D9D9D9\"/>" : ""));
			body.append("</w:tr>");
		}
		body.append("</w:tbl>");
		paragraph("", "left", "");
	}

	/** Headings that go down leave cells that continue them in the rows below. */
	private void head(FormTable table) {
		int columns = table.table().columns().size();
		for (int level = 0; level < table.head().size(); level++) {
			body.append("<w:tr><w:trPr><w:tblHeader/></w:trPr>");
			cell(level == 0 ? table.grows() ? "TT" : "Chỉ tiêu" : "", "center", true, table.head().size() > 1 ? level == 0 ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>" : "");
			var headings = table.head().get(level).iterator();
			for (int column = 0; column < columns;) {
				if (table.table().columns().get(column).path().size() <= level) {
					cell("", "center", true, "<w:vMerge/>");
					column++;
					continue;
				}
				FormTable.Heading heading = headings.next();
				cell(heading.text().vi(), "center", true, (heading.across() > 1 ? "<w:gridSpan w:val=\"" + heading.across() + "\"/>" : "") + (heading.down() > 1 ? "<w:vMerge w:val=\"restart\"/>" : ""));
				column += heading.across();
			}
			body.append("</w:tr>");
		}
	}

	private void cell(String text, String align, boolean bold, String properties) {
		body.append("<w:tc><w:tcPr>").append(properties).append("</w:tcPr><w:p><w:pPr><w:jc w:val=\"").append(align).append("\"/></w:pPr>").append(run(text, bold, false)).append("</w:p></w:tc>");
	}

	private void paragraph(String style, String align, String runs) {
		body.append("<w:p><w:pPr>").append(style.isEmpty() ? "" : "<w:pStyle w:val=\"" + style + "\"/>").append("<w:jc w:val=\"").append(align).append("\"/></w:pPr>").append(runs).append("</w:p>");
	}

	private static String run(String text, boolean bold, boolean italic) {
		String clean = text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
		return "<w:r><w:rPr>" + (bold ? "<w:b/>" : "") + (italic ? "<w:i/>" : "") + "</w:rPr><w:t xml:space=\"preserve\">" + clean + "</w:t></w:r>";
	}

	private static void part(ZipOutputStream zip, String name, String content) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(content.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

}
