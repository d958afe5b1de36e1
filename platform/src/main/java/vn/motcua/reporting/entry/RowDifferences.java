package vn.motcua.reporting.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Lines of a workbook against the rows that a table that grows has now. They are matched by the key each line was written with: what was changed, moved,
 * added or taken out is told apart, and what the clerk left alone stays as it is now.
 */
public final class RowDifferences {

	private RowDifferences() {
	}

	public enum Kind {
		CHANGED, MOVED, ADDED, REMOVED,
		/** Only its place follows from other rows; nothing to look at. */
		SHIFTED
	}

	/** @param before what stands there now @param row as it is to be written @param changedSince whether somebody else changed it after the workbook was written */
	public record RowDifference(Kind kind, @Nullable GrowingRow before, GrowingRow row, boolean changedSince) {

		/** Values to show: of a row that goes, those it had. */
		public Map<String, String> shown() {
			return kind == Kind.REMOVED && before != null ? before.values() : row.values();
		}

	}

	/**
	 * Of one table.
	 *
	 * @param room how many rows it has at most
	 * @param standing in their order
	 * @param lines in their order
	 * @param written keys of the rows the workbook was written with, and what stood in them
	 */
	static List<RowDifference> of(String table, int room, List<GrowingRow> standing, List<WorkbookContent.Line> lines, Map<UUID, String> written) {
		Map<UUID, GrowingRow> known = new HashMap<>();
		standing.forEach(row -> known.put(row.id(), row));
		List<RowDifference> differences = new ArrayList<>();
		List<Placed> order = new ArrayList<>();
		Set<UUID> kept = new HashSet<>();
		for (WorkbookContent.Line line : lines) {
			GrowingRow now = line.id() == null ? null : known.get(line.id());
			if (now == null) {
				order.add(new Placed(null, line.values(), line.id() != null));
			}
			else {
				kept.add(now.id());
				boolean touched = !WorkbookStamp.of(line.values()).equals(written.get(now.id()));
				boolean changedSince = !WorkbookStamp.of(now.values()).equals(written.get(now.id()));
				order.add(new Placed(now, touched ? line.values() : now.values(), touched && changedSince));
			}
		}
		for (GrowingRow row : standing) {
			if (!kept.contains(row.id())) {
				if (written.containsKey(row.id())) {
					differences.add(new RowDifference(Kind.REMOVED, row, new GrowingRow(table, row.id(), row.place(), Map.of(), row.version()),
							!WorkbookStamp.of(row.values()).equals(written.get(row.id()))));
				}
				else {
					order.add(new Placed(row, row.values(), false));
				}
			}
		}
		placed(table, room, order, differences);
		return differences;
	}

	/** @param now {@code null} for a row that is added */
	private record Placed(@Nullable GrowingRow now, Map<String, String> values, boolean changedSince) {
	}

	private static void placed(String table, int room, List<Placed> order, List<RowDifference> differences) {
		Set<Integer> still = inOrder(order);
		int[] places = places(order, still, room);
		for (int at = 0; at < order.size(); at++) {
			Placed one = order.get(at);
			GrowingRow now = one.now();
			if (now == null) {
				differences.add(new RowDifference(Kind.ADDED, null, new GrowingRow(table, UUID.randomUUID(), places[at], one.values(), 0), one.changedSince()));
				continue;
			}
			GrowingRow row = new GrowingRow(table, now.id(), places[at], one.values(), now.version());
			if (!now.values().equals(one.values())) {
				differences.add(new RowDifference(Kind.CHANGED, now, row, one.changedSince()));
			}
			else if (places[at] != now.place()) {
				differences.add(new RowDifference(still.contains(at) ? Kind.SHIFTED : Kind.MOVED, now, row, false));
			}
		}
	}

	/** Rows keep their places as long as their order allows it; else all are numbered anew. */
	private static int[] places(List<Placed> order, Set<Integer> still, int room) {
		int[] places = new int[order.size()];
		int last = -1;
		boolean added = false;
		boolean anew = false;
		for (int at = 0; at < order.size(); at++) {
			GrowingRow now = order.get(at).now();
			anew |= now != null && (added || !still.contains(at));
			added |= now == null;
			last = now == null ? last + 1 : Math.max(last, now.place());
			places[at] = last;
		}
		for (int at = 0; (anew || last >= room) && at < places.length; at++) {
			places[at] = at;
		}
		return places;
	}

	/** Places of the longest run of rows that stand in the order they had: the others were moved. */
	private static Set<Integer> inOrder(List<Placed> order) {
		int[] longest = new int[order.size()];
		int[] before = new int[order.size()];
		int end = -1;
		for (int at = 0; at < order.size(); at++) {
			before[at] = -1;
			if (order.get(at).now() == null) {
				continue;
			}
			longest[at] = 1;
			for (int earlier = 0; earlier < at; earlier++) {
				if (longest[earlier] >= longest[at] && precedes(order.get(earlier).now(), order.get(at).now())) {
					longest[at] = longest[earlier] + 1;
					before[at] = earlier;
				}
			}
			if (end < 0 || longest[at] > longest[end]) {
				end = at;
			}
		}
		Set<Integer> still = new HashSet<>();
		for (int at = end; at >= 0; at = before[at]) {
			still.add(at);
		}
		return still;
	}

	private static boolean precedes(@Nullable GrowingRow one, GrowingRow other) {
		return one != null && (one.place() < other.place() || one.place() == other.place() && one.id().compareTo(other.id()) < 0);
	}

}
