package vn.motcua.reporting.entry;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.paging.Slice;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.entry.WorkbookContent.WorkbookFinding;
import vn.motcua.site.Page;

/**
 * Reports that may be entered on behalf, with their workbook, and what was uploaded before.
 *
 * @param after place in the list from where it is shown
 * @param table whether the form fits into a table of agencies
 * @param problem why an upload was not taken, in the reader's language
 */
public record BehalfPage(ReportForm gatherer, Slice<BehalfWorkbooks.Waiting> open, @Nullable String after, boolean table, List<ShareStore.Upload> uploads,
		@Nullable String problem, List<WorkbookFinding> findings) {

	public String href() {
		return "/bao-cao/nhap-thay/" + gatherer.address().path();
	}

	public String workbookHref(String kind) {
		return href() + "/bieu-mau.xlsx?kieu=" + kind + (after == null ? "" : "&sau=" + after);
	}

	public String nextHref() {
		return href() + "?sau=" + open.next();
	}

	/** One report that waits. */
	public record Row(ReportAddress address, String stateKey) {
	}

	public List<Row> rows() {
		return open.items().stream().map(waiting -> new Row(waiting.address(), "reporting.state." + waiting.state().name().toLowerCase(java.util.Locale.ROOT))).toList();
	}

	/** One file of before. @param left shares that were not taken yet */
	public record Sent(String href, String name, java.time.Instant at, int shares, int left, int wrong) {
	}

	public List<Sent> sent() {
		return uploads.stream().map(upload -> new Sent(href() + "/tai-len/" + upload.id(), upload.fileName(), upload.at(), upload.shares(), upload.shares() - upload.accepted(),
				upload.wrong())).toList();
	}

	public String words(Page page, WorkbookFinding finding) {
		return UploadPage.said(page, finding);
	}

	public boolean grows() {
		return gatherer.tables().stream().anyMatch(FormTable::grows);
	}


}
