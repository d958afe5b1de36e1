package vn.motcua.reporting.entry;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.entry.WorkbookContent.WorkbookFinding;
import vn.motcua.site.Page;

/**
 * What an uploaded workbook of many agencies would change, agency by agency.
 *
 * @param listed those of this page and one more where there are more; agencies with nothing to look at are left out
 * @param seen digest of all differences of all agencies
 * @param whole how many agencies wait and nothing is wrong with
 * @param changes how many changes these have together
 * @param same how many agencies wait and have nothing to look at
 * @param problem why it was not taken, in the reader's language
 */
public record BehalfUploadPage(ReportForm gatherer, ShareStore.Upload upload, List<Line> listed, String seen, int whole, int changes, int same, @Nullable String problem) {

	/** Agencies on one page, and differences of one that are shown. */
	static final int LINES = 25;

	private static final int MOST_SHOWN = 100;

	/**
	 * One agency.
	 *
	 * @param share what would change, {@code null} for one that was taken or has findings
	 * @param more differences that are not shown
	 */
	public record Line(int place, ReportForm form, UploadPage.@Nullable Share share, int changes, int more, List<WorkbookFinding> findings, @Nullable WorkbookFinding refusal,
			@Nullable Instant acceptedAt) {

		static Line of(BehalfUploads.Compared compared) {
			UploadPage.Share share = compared.whole() ? UploadPage.Share.of(compared.compared()) : null;
			int changes = share == null ? 0 : share.changes();
			UploadPage.Share shown = share == null ? null : new UploadPage.Share(share.form(), share.cells().stream().limit(MOST_SHOWN).toList(), share.rows().stream().limit(MOST_SHOWN).toList(),
					share.words().stream().limit(MOST_SHOWN).toList());
			return new Line(compared.share().place(), compared.form(), shown, changes, shown == null ? 0 : changes - shown.changes(), compared.share().findings(),
					compared.share().refusal(), compared.share().acceptedAt());
		}

	}

	public String href() {
		return "/bao-cao/nhap-thay/" + gatherer.address().path();
	}

	public String uploadHref() {
		return href() + "/tai-len/" + upload.id();
	}

	public String fileName() {
		return upload.fileName();
	}

	public int agencies() {
		return upload.shares();
	}

	public int accepted() {
		return upload.accepted();
	}

	public int wrong() {
		return upload.wrong();
	}

	public List<WorkbookFinding> findings() {
		return upload.findings();
	}

	/** Nothing is wrong anywhere. */
	public boolean all() {
		return upload.wrong() == 0 && upload.findings().isEmpty();
	}

	public boolean acceptable() {
		return whole > 0;
	}

	public List<Line> lines() {
		return listed.stream().limit(LINES).toList();
	}

	public @Nullable String nextHref() {
		return listed.size() <= LINES ? null : uploadHref() + "?sau=" + lines().getLast().place();
	}

	public String words(Page page, WorkbookFinding finding) {
		return UploadPage.said(page, finding);
	}

}
