package vn.motcua.reporting.entry;

import static vn.motcua.reporting.entry.WordDocument.line;
import static vn.motcua.reporting.entry.WordDocument.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import vn.motcua.reporting.Template;

/** A report as a text document, with the parts that Decree 30/2020/NĐ-CP names: national title and motto, agency, number, place and date, title, signature, recipients. */
final class WordPaper {

	/** Narrowest column of figures, in twentieths of a point. */
	private static final int FIGURES = 900;

	private final ReportPaper paper;

	private final WordDocument document;

	WordPaper(ReportPaper paper) {
		this.paper = paper;
		this.document = new WordDocument(paper.wide());
	}

	byte[] bytes() {
		head();
		document.paragraph("", "center", run("BÁO CÁO", "<w:b/><w:sz w:val=\"28\"/>"));
		document.paragraph("", "center", run(paper.form().address().regime().name().vi(), "<w:b/><w:sz w:val=\"28\"/>"));
		document.paragraph("", "center", run("Kỳ " + paper.period(), false, true));
		for (ReportPaper.Section section : paper.sections()) {
			document.paragraph("Heading1", "left", run(section.heading(), true, false));
			section.text().blocks().forEach(block -> block(document, block));
		}
		if (paper.sums() != null) {
			document.paragraph("Heading1", "left", run("A. Số liệu tổng hợp (" + paper.sums().agencies() + " đơn vị có số liệu)", true, false));
			paper.form().tables().stream().filter(table -> !table.grows()).forEach(table -> table(paper.gathered(), table));
			document.paragraph("Heading1", "left", run("B. Phần của cơ quan báo cáo", true, false));
		}
		paper.form().tables().forEach(table -> table(paper, table));
		list("Giải trình", paper.explained().stream().map(finding -> finding.words().vi() + " – " + finding.explanation()).toList());
		list("Ghi chú", paper.notes().stream().map(note -> note.cell() + ": " + note.text()).toList());
		list("Tệp kèm theo", paper.attachments().stream().map(Attachment::name).toList());
		signature();
		return document.bytes();
	}

	private void head() {
		int left = document.width() * 42 / 100;
		document.table(List.of(left, document.width() - left), false);
		document.row(false);
		String above = paper.frame().above().isEmpty() ? "" : line("center", "", run(paper.frame().above().toUpperCase(TypedNumber.VIETNAMESE), "<w:sz w:val=\"24\"/>"));
		document.cell(left, "", above + line("center", "", run(paper.form().address().agency().fullName().vi().toUpperCase(TypedNumber.VIETNAMESE), "<w:b/><w:sz w:val=\"24\"/>"))
				+ rule(left * 2 / 5, left) + line("center", "", run("Số:          /BC", "<w:sz w:val=\"26\"/>")));
		int right = document.width() - left;
		document.cell(right, "", line("center", "", run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "<w:b/><w:sz w:val=\"24\"/>"))
				+ line("center", "", run("Độc lập - Tự do - Hạnh phúc", "<w:b/><w:sz w:val=\"26\"/>")) + rule(3_100, right)
				+ line("center", "", run(paper.frame().place() + ", " + paper.day(), "<w:i/><w:sz w:val=\"26\"/>")));
		document.endRow();
		document.endTable();
		document.paragraph("", "left", "");
	}

	/** A line so long in the middle of a cell. */
	private static String rule(int length, int width) {
		int side = Math.max(0, (width - 140 - length) / 2);
		return line("center", "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/><w:ind w:left=\""
				+ side + "\" w:right=\"" + side + "\"/>", "");
	}

	static void block(WordDocument document, PlainRichText.Block block) {
		StringBuilder runs = new StringBuilder(block.kind().equals("li") ? run("- ", false, false) : "");
		block.runs().forEach(each -> runs.append(run(each.text(), each.bold() || block.kind().equals("h"), each.italic())));
		document.paragraph("", "both", runs.toString());
	}

	private void list(String heading, List<String> lines) {
		if (!lines.isEmpty()) {
			document.paragraph("Heading1", "left", run(heading, true, false));
			lines.forEach(each -> document.paragraph("", "both", run("- " + each, false, false)));
		}
	}

	private void table(ReportPaper paper, FormTable table) {
		document.paragraph("Heading1", "left", run(table.table().title().vi(), true, false));
		if (table.unit() != null) {
			document.paragraph("", "right", run("Đơn vị tính: " + paper.unit(table.unit()), false, true));
		}
		List<Integer> widths = widths(table);
		document.table(widths, true);
		head(table, widths);
		if (table.grows()) {
			growing(table, widths);
		}
		for (FormTable.FormRow row : table.rows()) {
			document.row(false);
			document.cell(widths.getFirst(), "", line("left", "<w:ind w:left=\"" + 200 * Math.min(row.row().depth(), 5) + "\"/>", run(paper.heading(table, row), false, false)));
			row.cells().forEach(cell -> document.cell(widths.get(cell.column() + 1), cell.blank() ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"D9D9D9\"/>" : "",
					cell.words() != null ? lines(paper.value(table, cell)) : line("right", "", run(cell.blank() ? "" : paper.value(table, cell), false, false))));
			document.endRow();
		}
		document.endTable();
		document.paragraph("", "left", "");
	}

	/** Words as they were written, line by line. */
	private static String lines(String text) {
		return text.lines().map(each -> line("left", "", run(each, false, false))).reduce(String::concat).orElseGet(() -> line("left", "", ""));
	}

	private void growing(FormTable table, List<Integer> widths) {
		int number = 0;
		for (GrowingRow row : paper.rowsOf(table.table())) {
			document.row(false);
			document.cell(widths.getFirst(), "", line("center", "", run(String.valueOf(++number), false, false)));
			for (int at = 0; at < table.table().columns().size(); at++) {
				var column = table.table().columns().get(at);
				document.cell(widths.get(at + 1), "", line(column.kind().equals("number") ? "right" : "left", "", run(paper.value(row, column), false, false)));
			}
			document.endRow();
		}
		if (number == 0) {
			document.row(false);
			document.cell(widths.stream().mapToInt(Integer::intValue).sum(), "<w:gridSpan w:val=\"" + widths.size() + "\"/>", line("center", "", run("Không có.", false, true)));
			document.endRow();
		}
	}

	/** Headings that go down leave cells that continue them in the rows below. */
	private void head(FormTable table, List<Integer> widths) {
		int columns = table.table().columns().size();
		boolean many = table.head().size() > 1;
		for (int level = 0; level < table.head().size(); level++) {
			document.row(true);
			heading(widths.getFirst(), level == 0 ? table.grows() ? "TT" : "Chỉ tiêu" : "", many ? level == 0 ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>" : "");
			Iterator<FormTable.Heading> headings = table.head().get(level).iterator();
			for (int column = 0; column < columns;) {
				if (table.table().columns().get(column).path().size() <= level) {
					heading(widths.get(column + 1), "", "<w:vMerge/>");
					column++;
					continue;
				}
				FormTable.Heading heading = headings.next();
				int width = widths.subList(column + 1, column + 1 + heading.across()).stream().mapToInt(Integer::intValue).sum();
				heading(width, heading.text().vi(), (heading.across() > 1 ? "<w:gridSpan w:val=\"" + heading.across() + "\"/>" : "") + (heading.down() > 1 ? "<w:vMerge w:val=\"restart\"/>" : ""));
				column += heading.across();
			}
			document.endRow();
		}
	}

	private void heading(int width, String text, String properties) {
		document.cell(width, properties + "<w:vAlign w:val=\"center\"/>", line("center", "<w:keepNext/>", run(text, true, false)));
	}

	/** Figures need so much, words in a table of given rows twice that, the names of the rows have the rest. */
	private List<Integer> widths(FormTable table) {
		int columns = table.table().columns().stream().mapToInt(column -> share(table, column)).sum();
		int first = table.grows() ? 600 : Math.max(document.width() / 4, Math.min(document.width() * (columns < 3 ? 70 : 45) / 100, document.width() - columns * 1_500));
		int each = Math.max(FIGURES / 2, (document.width() - first) / Math.max(1, columns));
		List<Integer> widths = new ArrayList<>(List.of(first));
		table.table().columns().forEach(column -> widths.add(each * share(table, column)));
		return widths;
	}

	private static int share(FormTable table, Template.Column column) {
		return !table.grows() && column.words() ? 2 : 1;
	}

	private void signature() {
		int left = document.width() / 2;
		document.paragraph("", "left", "");
		document.table(List.of(left, document.width() - left), false);
		document.row(false);
		StringBuilder recipients = new StringBuilder(line("left", "", run("Nơi nhận:", "<w:b/><w:i/><w:sz w:val=\"24\"/>")));
		paper.frame().recipients().forEach(each -> recipients.append(line("left", "", run("- " + each + ";", false, false))));
		document.cell(left, "", recipients + line("left", "", run("- Lưu: VT.", false, false)));
		document.cell(document.width() - left, "", line("center", "<w:keepNext/>", run("THỦ TRƯỞNG ĐƠN VỊ", "<w:b/><w:sz w:val=\"26\"/>"))
				+ line("center", "", run("(Ký số)", "<w:i/><w:sz w:val=\"26\"/>")) + line("center", "", "").repeat(4));
		document.endRow();
		document.endTable();
		document.paragraph("", "left", "");
	}

}
