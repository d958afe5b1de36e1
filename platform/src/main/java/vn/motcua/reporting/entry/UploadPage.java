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

	/** One agency's share. */
	public record Share(ReportForm form, List<Workbooks.CellDifference> cells, List<GrowingRow> rows) {
	}

	static UploadPage asking(ReportForm form, @Nullable String problem) {
		return new UploadPage(form, null, null, List.of(), "", List.of(), problem);
	}

	public String href() {
		return "/bao-cao/nhap/" + form.address().path();
	}

	public int changes() {
		return shares.stream().mapToInt(share -> share.cells().size() + share.rows().size()).sum();
	}

	public boolean acceptable() {
		return findings.isEmpty() && changes() > 0;
	}

	public String words(Page page, WorkbookFinding finding) {
		String where = (finding.sheet() == null ? "" : finding.sheet()) + (finding.cell() == null ? "" : " " + finding.cell());
		return (where.isEmpty() ? "" : where.strip() + ": ") + page.t("problem.reporting." + finding.rule(), finding.values());
	}

	public static String amount(@Nullable BigDecimal amount, Locale language) {
		return amount == null ? "–" : Amounts.words(amount, language);
	}

}
