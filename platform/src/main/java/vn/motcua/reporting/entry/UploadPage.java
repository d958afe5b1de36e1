package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Template;
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
	public record Share(ReportForm form, List<Workbooks.CellDifference> cells, List<RowDifferences.RowDifference> rows) {

		static Share of(Workbooks.Compared compared) {
			return new Share(compared.form(), compared.cells(), compared.rows().stream().filter(row -> row.kind() != RowDifferences.Kind.SHIFTED).toList());
		}

		public int changes() {
			return cells.size() + rows.size();
		}

		/** What stands in a row, by the headings of its table. */
		public String words(RowDifferences.RowDifference difference, Page page) {
			return form.template().tables().stream().filter(table -> table.code().equals(difference.row().table())).flatMap(table -> table.columns().stream())
				.filter(column -> difference.shown().containsKey(column.code()))
				.map(column -> page.text(column.path().getLast()) + ": " + value(column, difference.shown().get(column.code()), page)).collect(Collectors.joining("; "));
		}

		private static String value(Template.Column column, String value, Page page) {
			return switch (column.kind()) {
				case "number" -> Amounts.words(new BigDecimal(value), page.locale());
				case "date" -> page.date(LocalDate.parse(value));
				case "choice" -> column.choices().stream().filter(choice -> choice.vi().equals(value)).findFirst().map(page::text).orElse(value);
				default -> value.length() <= 200 ? value : value.substring(0, 200) + "…";
			};
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
