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
 */
public record DeskRow(ListedReport report, @Nullable Act next) {

	private static final List<Act> ORDER = List.of(Act.APPROVE, Act.SEND, Act.CHECK, Act.ACCEPT, Act.AGGREGATE);

	static DeskRow of(ListedReport report, List<Act> allowed) {
		return new DeskRow(report, ORDER.stream().filter(allowed::contains).findFirst().orElse(null));
	}

	/** Figures are filled in before anything else. */
	public boolean fills() {
		return next == Act.CHECK;
	}

	/** Where the next act is done. */
	public String nextHref() {
		return fills() ? entryHref() : report.href();
	}

	public String entryHref() {
		return "/bao-cao/nhap/" + report.address().path();
	}

	/** Message key of the words of the link. */
	public @Nullable String nextLabel() {
		return next == null ? null : fills() ? "reporting.work.next.fill" : next.label();
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
