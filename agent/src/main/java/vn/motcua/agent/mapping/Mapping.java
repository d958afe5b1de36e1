package vn.motcua.agent.mapping;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import vn.motcua.agent.source.Columns;
import vn.motcua.agent.source.Finding;
import vn.motcua.agent.source.Row;

/**
 * What the agent's file says about columns.
 *
 * @param members rules by the name of the line's member; those of the applicant as {@code applicant.name}
 * @param more rules of further members
 * @param steps for an export with one row a dossier: which column says when a status was reached; empty when each row is one change
 * @param skips which rows are left out
 */
public record Mapping(Map<String, ColumnRule> members, Map<String, ColumnRule> more, List<Step> steps, List<Skip> skips) {

	/** Members that a mapping can have. */
	public static final List<String> MEMBERS = List.of("agency", "code", "procedure", "seq", "status", "at", "applicant.name", "applicant.number",
			"applicant.phone", "applicant.email", "channel", "receivedAt", "dueAt", "note", "officer");

	/**
	 * A status and the column that says when it was reached; an empty cell says that it was not.
	 *
	 * @param status the number of the status, always the same or by another column of the row
	 */
	public record Step(ColumnRule status, ColumnRule at) {
	}

	/**
	 * Rows that are none of the ledger's, such as drafts.
	 *
	 * @param values what their column says, by {@link Columns#plain}
	 */
	public record Skip(String column, SortedSet<String> values) {
	}

	/** With every row. */
	public Mapping(Map<String, ColumnRule> members, Map<String, ColumnRule> more, List<Step> steps) {
		this(members, more, steps, List.of());
	}

	/** Whether a row is left out. */
	public boolean leavesOut(Row row) {
		return skips.stream().anyMatch(skip -> skip.values().contains(Columns.plain(row.text(skip.column()))));
	}

	/** Every column that is named, for a source that lacks one. */
	public TreeSet<String> columns() {
		return columns(rule -> true);
	}

	private TreeSet<String> columns(Predicate<ColumnRule> which) {
		TreeSet<String> columns = new TreeSet<>();
		Stream.of(members.values().stream(), more.values().stream(), steps.stream().flatMap(step -> Stream.of(step.status(), step.at()))).flatMap(rules -> rules).filter(which)
			.forEach(rule -> columns.add(rule.name()));
		skips.forEach(skip -> columns.add(skip.column()));
		columns.remove("");
		return columns;
	}

	/** The column that a member comes from, empty where it comes from none. */
	public String column(String member) {
		ColumnRule rule = members.get(member);
		return rule == null ? "" : rule.name();
	}

	/** Columns that every source must have and that the row's has not, with those that it has. */
	public List<Finding> missing(Row row) {
		return columns(rule -> !rule.optional()).stream().filter(column -> !row.columns().has(column))
			.map(column -> new Finding(row.source(), 0, column, "column-missing", row.columns().listed())).toList();
	}

}
