package vn.motcua.reporting.work.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.work.Act;
import vn.motcua.reporting.work.ListedReport;
import vn.motcua.site.component.Status;

/**
 * One report of a list.
 *
 * @param next the one act that comes next for this reader, {@code null} when it is somebody else's turn
 * @param filled whether everything stands there that must be filled in
 */
public record DeskRow(ListedReport report, @Nullable Act next, boolean filled) {

	private static final List<Act> ORDER = List.of(Act.APPROVE, Act.SEND, Act.CHECK, Act.ACCEPT, Act.AGGREGATE);

	static DeskRow of(ListedReport report, List<Act> allowed) {
		return new DeskRow(report, ORDER.stream().filter(allowed::contains).findFirst().orElse(null), false);
	}

	DeskRow filled(boolean whole) {
		return new DeskRow(report, next, whole);
	}

	/** Figures are filled in and checked before they are put before anybody. */
	public boolean fills() {
		return next == Act.CHECK;
	}

	/** Where the next act is done. */
	public String nextHref() {
		return !fills() ? report.href() : filled ? entryHref() + "?kiem-tra=true#kiem-tra" : entryHref();
	}

	public String entryHref() {
		return "/bao-cao/nhap/" + report.address().path();
	}

	/** Message key of the words of the link. */
	public @Nullable String nextLabel() {
		return next == null ? null : !fills() ? next.label() + ".title" : filled ? "reporting.work.next.check" : "reporting.work.next.fill";
	}

	public String stateLabel() {
		return label(report);
	}

	static String label(ListedReport report) {
		return "reporting.state." + (report.shut() ? "shut" : report.row().state().name().toLowerCase(java.util.Locale.ROOT));
	}

	public Status status() {
		return status(report);
	}

	static Status status(ListedReport report) {
		if (report.missing()) {
			return Status.OVERDUE;
		}
		return switch (report.row().state()) {
			case OPEN -> Status.NEW;
			case DRAFTING, CHECKED, APPROVED -> Status.PAUSED;
			case RETURNED -> Status.SOON;
			case SENT, RECEIVED -> Status.ON_TIME;
			case ACCEPTED, AGGREGATED, CLOSED -> Status.DONE;
		};
	}

}
