package vn.motcua.reporting.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A text document (WordprocessingML, ECMA-376) of a few small parts, on paper as Decree 30/2020/NĐ-CP wants it: A4, Times New Roman, margins of 20, 15, 20 and
 * 30 mm, the number of the page in the middle above from the second page on.
 */
final class WordDocument {

	/** Twentieths of a point. */
	private static final int SHORT_SIDE = 11_906, LONG_SIDE = 16_838, LEFT = 1_701, RIGHT = 850;

	private static final String NAMES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

	private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

	private static final String KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

	private static final String TYPES = XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
			+ "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
			+ "<Override PartName=\"/word/document.xml\" ContentType=\"" + KIND + "document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"" + KIND
			+ "styles+xml\"/><Override PartName=\"/word/header1.xml\" ContentType=\"" + KIND + "header+xml\"/></Types>";

	private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

	private static final String RELATIONS = XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
			+ "officeDocument\" Target=\"word/document.xml\"/></Relationships>";

	private static final String PARTS = XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
			+ "styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"" + OFFICE + "header\" Target=\"header1.xml\"/></Relationships>";

	private static final String HEADER = XML + "<w:hdr " + NAMES + "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>"
			+ "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>";

	private static final String STYLES = XML + "<w:styles " + NAMES + "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
			+ "w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/><w:lang w:val=\"vi-VN\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
			+ "<w:spacing w:after=\"80\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
			+ "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"160\" w:after=\"80\"/>"
			+ "<w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Cell\"><w:name w:val=\"Cell\"/><w:basedOn w:val=\"Normal\"/>"
			+ "<w:pPr><w:spacing w:before=\"20\" w:after=\"20\"/></w:pPr><w:rPr><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/></w:rPr></w:style></w:styles>";

	private final StringBuilder body = new StringBuilder(64_000);

	private final boolean wide;

	/** @param wide whether the page lies down */
	WordDocument(boolean wide) {
		this.wide = wide;
	}

	/** How wide a line is, in twentieths of a point. */
	int width() {
		return (wide ? LONG_SIDE : SHORT_SIDE) - LEFT - RIGHT;
	}

	byte[] bytes() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			part(zip, "[Content_Types].xml", TYPES);
			part(zip, "_rels/.rels", RELATIONS);
			part(zip, "word/_rels/document.xml.rels", PARTS);
			part(zip, "word/styles.xml", STYLES);
			part(zip, "word/header1.xml", HEADER);
			String page = wide ? "<w:pgSz w:w=\"" + LONG_SIDE + "\" w:h=\"" + SHORT_SIDE + "\" w:orient=\"landscape\"/>" : "<w:pgSz w:w=\"" + SHORT_SIDE + "\" w:h=\"" + LONG_SIDE + "\"/>";
			part(zip, "word/document.xml", XML + "<w:document " + NAMES + "><w:body>" + body + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/>" + page
					+ "<w:pgMar w:top=\"1134\" w:right=\"" + RIGHT + "\" w:bottom=\"1134\" w:left=\"" + LEFT
					+ "\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>");
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return bytes.toByteArray();
	}

	/** @param style empty for running text @param align {@code left}, {@code center}, {@code right} or {@code both} */
	void paragraph(String style, String align, String runs) {
		body.append("<w:p><w:pPr>").append(style.isEmpty() ? "" : "<w:pStyle w:val=\"" + style + "\"/>").append("<w:jc w:val=\"").append(align).append("\"/></w:pPr>").append(runs)
			.append("</w:p>");
	}

	/** @param widths of the columns, in twentieths of a point @param lines whether it is ruled */
	void table(List<Integer> widths, boolean lines) {
		body.append("<w:tbl><w:tblPr><w:tblW w:w=\"").append(widths.stream().mapToInt(Integer::intValue).sum()).append("\" w:type=\"dxa\"/>");
		if (lines) {
			body.append("<w:tblBorders>");
			for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
				body.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
			}
			body.append("</w:tblBorders>");
		}
		body.append("<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
		widths.forEach(width -> body.append("<w:gridCol w:w=\"").append(width).append("\"/>"));
		body.append("</w:tblGrid>");
	}

	/** @param head whether it is repeated on every page */
	void row(boolean head) {
		body.append("<w:tr><w:trPr><w:cantSplit/>").append(head ? "<w:tblHeader/>" : "").append("</w:trPr>");
	}

	/** @param properties of the cell beyond its width, in the order of the schema */
	void cell(int width, String properties, String paragraphs) {
		body.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(width).append("\" w:type=\"dxa\"/>").append(properties).append("</w:tcPr>").append(paragraphs).append("</w:tc>");
	}

	void endRow() {
		body.append("</w:tr>");
	}

	void endTable() {
		body.append("</w:tbl>");
	}

	/** A paragraph within a cell. @param more properties of it, such as a line below */
	static String line(String align, String more, String runs) {
		return "<w:p><w:pPr><w:pStyle w:val=\"Cell\"/>" + more + "<w:jc w:val=\"" + align + "\"/></w:pPr>" + runs + "</w:p>";
	}

	static String run(String text, String properties) {
		String clean = text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
		return "<w:r>" + (properties.isEmpty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + "<w:t xml:space=\"preserve\">" + clean + "</w:t></w:r>";
	}

	static String run(String text, boolean bold, boolean italic) {
		return run(text, (bold ? "<w:b/>" : "") + (italic ? "<w:i/>" : ""));
	}

	private static void part(ZipOutputStream zip, String name, String content) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(content.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

}
