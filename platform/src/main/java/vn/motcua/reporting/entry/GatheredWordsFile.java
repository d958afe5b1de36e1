package vn.motcua.reporting.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import vn.motcua.agency.Agency;
import vn.motcua.reporting.CsvCell;
import vn.motcua.reporting.PeriodWords;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.site.Page;

/** What agencies wrote in one place of the form, as a file. */
final class GatheredWordsFile {

	private static final List<String> HEADS = List.of("unit-code", "unit", "state", "row", "words", "by", "at");

	/** Characters that a cell of a workbook holds; figures in words may make them longer than they were written. */
	private static final int MOST_IN_CELL = 32_767;

	private static final int[] WIDTHS = { 16, 28, 16, 28, 90, 22, 18 };

	private final Page page;

	private final ReportForm form;

	private final GatheredWords.Place place;

	GatheredWordsFile(Page page, ReportForm form, GatheredWords.Place place) {
		this.page = page;
		this.form = form;
		this.place = place;
	}

	void csv(List<GatheredWords.Said> said, OutputStream stream) throws IOException {
		Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
		out.write("\ufeffunit,unit_name,state,row,words,by,at\n");
		StringBuilder lines = new StringBuilder();
		said.forEach(one -> lines.append(CsvCell.of(ReportAddress.name(one.agency()))).append(',').append(CsvCell.of(page.text(one.agency().fullName()))).append(',').append(one.state()).append(',')
			.append(CsvCell.of(GatheredWordsPage.row(page, one))).append(',').append(CsvCell.of(GatheredWordsPage.words(page, place, one))).append(',').append(CsvCell.of(one.by())).append(',')
			.append(one.at()).append('\n'));
		out.write(lines.toString());
		out.flush();
	}

	void xlsx(List<GatheredWords.Said> said, OutputStream stream) throws IOException {
		try (Workbook book = new Workbook(stream, "MotCua", "1.0")) {
			Worksheet sheet = book.newWorksheet(page.t("reporting.gathered-words.sheet"));
			for (int at = 0; at < HEADS.size(); at++) {
				sheet.value(0, at, page.t("reporting.gathered-words." + HEADS.get(at)));
				sheet.width(at, WIDTHS[at]);
			}
			sheet.range(0, 0, 0, HEADS.size() - 1).style().bold().set();
			sheet.freezePane(2, 1);
			FormWorkbook.paper(sheet, HEADS.size());
			int[] row = { 0 };
			said.forEach(one -> {
				List<String> cells = List.of(ReportAddress.name(one.agency()), page.text(one.agency().fullName()), state(one), GatheredWordsPage.row(page, one), cut(GatheredWordsPage.words(page, place, one)), one.by(),
						page.dateTime(one.at()));
				row[0]++;
				for (int at = 0; at < cells.size(); at++) {
					sheet.value(row[0], at, cells.get(at));
				}
				new SheetShape.Height().of(cells.get(3), WIDTHS[3]).of(cells.get(4), WIDTHS[4]).set(sheet, row[0]);
				sheet.range(row[0], 0, row[0], HEADS.size() - 1).style().wrapText(true).verticalAlignment("top").set();
			});
		}
	}

	byte[] word(List<GatheredWords.Said> said) {
		WordDocument document = new WordDocument(false);
		document.paragraph("", "center", WordDocument.run(page.text(form.address().regime().name()), true, false));
		document.paragraph("", "center", WordDocument.run(GatheredWordsPage.name(page, place), true, false));
		document.paragraph("", "center", WordDocument.run(page.text(form.address().agency().fullName()) + " – " + PeriodWords.of(page, form.address().opening().period()), false, true));
		Agency[] before = new Agency[1];
		said.forEach(one -> {
			if (before[0] == null || !before[0].id().equals(one.agency().id())) {
				before[0] = one.agency();
				document.paragraph("Heading1", "left", WordDocument.run(page.text(one.agency().fullName()), true, false));
			}
			document.paragraph("", "left", WordDocument.run((one.cell() == null ? "" : GatheredWordsPage.row(page, one) + " – ") + state(one) + "; " + one.by() + ", " + page.dateTime(one.at()), false, true));
			if (one.cell() != null) {
				GatheredWordsPage.words(page, place, one).lines().forEach(line -> document.paragraph("", "both", WordDocument.run(line, false, false)));
			}
			else {
				PlainRichText.of(one.text(), _ -> null).blocks().forEach(block -> WordPaper.block(document, block));
			}
		});
		return document.bytes();
	}

	static String cut(String text) {
		return text.length() <= MOST_IN_CELL ? text : text.substring(0, MOST_IN_CELL - 1) + "…";
	}

	private String state(GatheredWords.Said one) {
		return page.t("reporting.state." + one.state().name().toLowerCase(java.util.Locale.ROOT));
	}

}
