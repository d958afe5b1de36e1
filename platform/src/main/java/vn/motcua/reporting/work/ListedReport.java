package vn.motcua.reporting.work;

import java.time.Instant;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.ReportAddress;

/** One report of a list, with the names people know it by. */
public record ListedReport(ReportAddress address, ObligationRow row, Instant now) {

	public String href() {
		return "/bao-cao/theo-doi/" + address.path();
	}

	public LocalizedText regime() {
		return address.regime().name();
	}

	public LocalizedText agency() {
		return address.agency().fullName();
	}

	public String period() {
		return address.opening().period().code();
	}

	public boolean late() {
		return row.late(now);
	}

	/** Its period was closed without it; only more time of its own opens it again. */
	public boolean shut() {
		return row.shut(address.opening(), now);
	}

	/** Not handed in though its time has passed. */
	public boolean missing() {
		return !row.handedIn() && row.late(now);
	}

}
