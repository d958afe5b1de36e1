package vn.motcua.reporting.work.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.work.Act;
import vn.motcua.reporting.work.Counts;
import vn.motcua.reporting.work.ListedReport;
import vn.motcua.reporting.work.Unowed;
import vn.motcua.site.Page;
import vn.motcua.site.component.DateParts;

/**
 * What one agency gathers for a period.
 *
 * @param unowed why nothing goes to the gatherer, {@code null} where something does
 * @param own the gatherer's own report with its next act, {@code null} when it owes none, as the owner of the regime
 * @param words whether the reader may read what those who report wrote in words, and the form has room for any
 * @param enters whether the reader may enter figures on behalf of those who have not reported
 * @param group which of them are shown, empty for all
 * @param after where the page begins
 * @param chosen numbers of the agencies that are ticked
 */
public record GatherPage(ReportAddress gatherer, Counts counts, @Nullable Unowed unowed, int accepted, int arrived, Slice<ListedReport> reports, @Nullable DeskRow own, String group, boolean missing,
		@Nullable String after, Set<Integer> chosen, boolean mine, boolean words, boolean enters, Map<String, String> typed, List<FieldProblem> problems) {

	public static final List<String> GROUPS = List.of("chua-gui", "da-gui", "cho-nhan", "tra-lai", "chap-nhan");

	public String href() {
		return "/bao-cao/tong-hop/" + gatherer.path();
	}

	public String nextHref() {
		return href() + "?nhom=" + group + (missing ? "&thieu=1" : "") + "&sau=" + reports.next();
	}

	public String stateLabel(ListedReport report) {
		return DeskRow.label(report);
	}

	public vn.motcua.site.component.Status status(ListedReport report) {
		return DeskRow.status(report);
	}

	/** How many have not been handed in, late or not. */
	public int outstanding() {
		return counts.expected() - counts.sent();
	}

	/** What the group that is shown is called. */
	public String groupLabel() {
		return missing ? "reporting.work.missing" : switch (group) {
			case "chua-gui" -> "reporting.work.outstanding";
			case "da-gui" -> "reporting.work.sent";
			case "cho-nhan" -> "reporting.work.gather.waiting";
			case "tra-lai" -> "reporting.work.gather.returned";
			case "chap-nhan" -> "reporting.work.accepted";
			default -> "reporting.work.gather.table";
		};
	}

	public String typed(String field) {
		return typed.getOrDefault(field, "");
	}

	public DateParts day() {
		return new DateParts(typed("han-day"), typed("han-month"), typed("han-year"));
	}

	public @Nullable String error(Page page, String field) {
		return problems.stream().filter(problem -> problem.pointer().equals("/" + field)).findFirst().map(page::problem).orElse(null);
	}

	static List<String> states(String group) {
		return switch (group) {
			case "cho-nhan" -> List.of("SENT", "RECEIVED");
			case "tra-lai" -> List.of("RETURNED");
			case "chap-nhan" -> List.of("ACCEPTED", "AGGREGATED", "CLOSED");
			default -> List.of();
		};
	}

	/** Acts on many, by their words in addresses. */
	static final List<Act> BULK = List.of(Act.REMIND, Act.RECEIVE, Act.ACCEPT, Act.AGGREGATE, Act.RETURN, Act.CLOSE);

}
