package vn.motcua.reporting.work;

import static vn.motcua.reporting.Reports.State.ACCEPTED;
import static vn.motcua.reporting.Reports.State.AGGREGATED;
import static vn.motcua.reporting.Reports.State.APPROVED;
import static vn.motcua.reporting.Reports.State.CHECKED;
import static vn.motcua.reporting.Reports.State.CLOSED;
import static vn.motcua.reporting.Reports.State.DRAFTING;
import static vn.motcua.reporting.Reports.State.OPEN;
import static vn.motcua.reporting.Reports.State.RECEIVED;
import static vn.motcua.reporting.Reports.State.RETURNED;
import static vn.motcua.reporting.Reports.State.SENT;
import static vn.motcua.reporting.work.Who.LEADER;
import static vn.motcua.reporting.work.Who.OWNER;
import static vn.motcua.reporting.work.Who.RECEIVER;
import static vn.motcua.reporting.work.Who.REPORTER;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Reports.State;

/**
 * The one table of what may happen to a report: for each act the states it may happen in, the state it leads to, and whose act it is. Decree
 * 09/2019/NĐ-CP leaves the steps to each regime; these are those of the national system.
 */
final class ReportLifecycle {

	/** @param to state afterwards, {@code null} when the act leaves the state as it is; @param who empty when only the platform does it */
	private record Move(Set<State> from, @Nullable State to, Set<Who> who) {
	}

	private static final Map<Act, Move> MOVES = new EnumMap<>(Act.class);

	static {
		move(Act.OPEN, OPEN, Set.of());
		move(Act.START, DRAFTING, Set.of(REPORTER), OPEN, CHECKED, RETURNED);
		move(Act.CHECK, CHECKED, Set.of(REPORTER), OPEN, DRAFTING, RETURNED);
		move(Act.REVISE, DRAFTING, Set.of(REPORTER, LEADER), CHECKED, APPROVED);
		move(Act.APPROVE, APPROVED, Set.of(LEADER), CHECKED);
		move(Act.SEND, SENT, Set.of(REPORTER, LEADER), APPROVED);
		move(Act.RECEIVE, RECEIVED, Set.of(RECEIVER), SENT);
		move(Act.RETURN, RETURNED, Set.of(RECEIVER), SENT, RECEIVED, ACCEPTED);
		move(Act.ACCEPT, ACCEPTED, Set.of(RECEIVER), SENT, RECEIVED);
		move(Act.AGGREGATE, AGGREGATED, Set.of(RECEIVER), ACCEPTED);
		move(Act.CLOSE, CLOSED, Set.of(OWNER), ACCEPTED, AGGREGATED);
		move(Act.CORRECT, DRAFTING, Set.of(REPORTER, LEADER), ACCEPTED, AGGREGATED, CLOSED);
		move(Act.EXTEND, null, Set.of(RECEIVER, OWNER), OPEN, DRAFTING, CHECKED, APPROVED, RETURNED);
		move(Act.ASSIGN, null, Set.of(REPORTER, LEADER), OPEN, DRAFTING, CHECKED, APPROVED, RETURNED);
		move(Act.REMIND, null, Set.of(RECEIVER, OWNER), OPEN, DRAFTING, CHECKED, APPROVED, RETURNED);
	}

	private ReportLifecycle() {
	}

	static boolean allowed(State now, Act act) {
		return MOVES.get(act).from().contains(now);
	}

	static State after(State now, Act act) {
		State to = MOVES.get(act).to();
		return to == null ? now : to;
	}

	static Set<Who> who(Act act) {
		return MOVES.get(act).who();
	}

	/** Acts of a state in the order of the work. */
	static List<Act> acts(State now) {
		return MOVES.keySet().stream().filter(act -> allowed(now, act)).toList();
	}

	/** The table as a picture: Mermaid source, one line a move that changes the state. */
	static String diagram() {
		StringBuilder picture = new StringBuilder("stateDiagram-v2\n\tdirection LR\n\t[*] --> OPEN: OPEN\n");
		MOVES.forEach((act, move) -> {
			if (move.to() != null) {
				move.from().forEach(from -> picture.append('\t').append(from).append(" --> ").append(move.to()).append(": ").append(act).append('\n'));
			}
		});
		return picture.append("\tCLOSED --> [*]\n").toString();
	}

	/** Who may do what, as rows of a table for the docs. */
	static String rows() {
		StringBuilder rows = new StringBuilder();
		MOVES.forEach((act, move) -> rows.append("| ").append(act).append(" | ").append(named(move.from())).append(" | ")
			.append(move.to() == null ? "the same" : move.to()).append(" | ").append(move.who().isEmpty() ? "the platform" : named(move.who())).append(" |\n"));
		return rows.toString();
	}

	private static String named(Set<? extends Enum<?>> names) {
		return names.isEmpty() ? "–" : names.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
	}

	private static void move(Act act, @Nullable State to, Set<Who> who, State... from) {
		EnumSet<State> states = EnumSet.noneOf(State.class);
		states.addAll(List.of(from));
		MOVES.put(act, new Move(states, to, who));
	}

}
