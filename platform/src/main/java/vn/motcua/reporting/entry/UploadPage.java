package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.entry.WorkbookContent.WorkbookFinding;
import vn.motcua.site.Page;

/**
 * What an uploaded workbook would change.
 *
 * @param seen digest of the differences, see {@link Workbooks#digest}
 * @param problem why it was not taken, in the reader's language
 */
public record UploadPage(ReportForm form, @Nullable String id, @Nullable String fileName, List<Share> shares, String seen, List<WorkbookFinding> findings,
		@Nullable String problem) {

	/** One agency's share. @param rows that somebody has to look at */
	public record Share(ReportForm form, List<Workbooks.CellDifference> cells, List<RowDifferences.RowDifference> rows, List<Workbooks.WordsDifference> words) {

		static Share of(Workbooks.Compared compared) {
			return new Share(compared.form(), compared.cells(), compared.rows().stream().filter(row -> row.kind() != RowDifferences.Kind.SHIFTED).toList(),
					compared.words());
		}

		public int changes() {
			return cells.size() + rows.size() + words.size();
		}

		/** Words as people read them, – for none. */
		public String words(Workbooks.WordsDifference difference, String text, Page page) {
			return text.isEmpty() ? "–" : RowWords.value(difference.name().column(), text, page);
		}

		/** What stands in a row, by the headings of its table. */
		public String words(RowDifferences.RowDifference difference, Page page) {
			return RowWords.of(form, difference.row().table(), difference.shown(), page);
		}

	}

	static UploadPage asking(ReportForm form, @Nullable String problem) {
		return new UploadPage(form, null, null, List.of(), "", List.of(), problem);
	}

	public String href() {
		return "/bao-cao/nhap/" + form.address().path();
	}

	public int changes() {
		return shares.stream().mapToInt(Share::changes).sum();
	}

	public boolean acceptable() {
		return findings.isEmpty() && changes() > 0;
	}

	public String words(Page page, WorkbookFinding finding) {
		return said(page, finding);
	}

	static String said(Page page, WorkbookFinding finding) {
		String where = (finding.sheet() == null ? "" : finding.sheet()) + (finding.cell() == null ? "" : " " + finding.cell());
		return (where.isEmpty() ? "" : where.strip() + ": ") + page.t(finding.rule().contains(".") ? "problem." + finding.rule() : "problem.reporting." + finding.rule(), finding.values());
	}

	public static String amount(@Nullable BigDecimal amount, Locale language) {
		return amount == null ? "–" : Amounts.words(amount, language);
	}

}
