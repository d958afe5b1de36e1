package vn.motcua.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import vn.motcua.agent.mapping.RowMapping;
import vn.motcua.agent.source.Finding;
import vn.motcua.agent.source.Row;
import vn.motcua.sdk.SyncLine;

/**
 * Gives lines their number and knows those that were put before. Where the source has no number, a line gets the next one of its
 * dossier in the order of the rows; what says the same status, moment and note as a line that is known is that line. So rows that are read twice, after a
 * kill or because a file grew, get the same numbers and have no second effect. A line that says something else than what was sent under its number, or than a row before it, is a finding; one that the ledger rejected is
 * sent again under the same number once it is mended. Where a row is a whole dossier, its officer, note and promise are those of its latest status: they go with that,
 * and a status is known by itself and its moment alone.
 */
final class Numbering {

	private final AgentState state;

	private final boolean numbered;

	private final boolean wholeDossiers;

	private final UnaryOperator<String> columns;

	private final boolean knownToo;

	/** Lines since the last commit, by dossier. */
	private final Map<String, TreeMap<String, StoredLine>> dossiers = new HashMap<>();

	private final TreeMap<String, StoredLine> fresh = new TreeMap<>();

	private long reading = System.currentTimeMillis();

	Numbering(AgentState state, RowMapping mapping) {
		this(state, mapping, false);
	}

	private Numbering(AgentState state, RowMapping mapping, boolean knownToo) {
		this.state = state;
		this.knownToo = knownToo;
		this.numbered = mapping.numbered();
		this.wholeDossiers = mapping.wholeDossiers();
		this.columns = mapping::column;
	}

	/** One that tells what is known too, under its number. */
	static Numbering ofAll(AgentState state, RowMapping mapping) {
		return new Numbering(state, mapping, true);
	}

	/** The source is read once more; to be told before its rows. */
	long begin() {
		reading = Math.max(reading + 1, System.currentTimeMillis());
		return reading;
	}

	/** The lines of a row that are to be sent, with their numbers; those that are known are left out. */
	List<SyncLine> number(List<SyncLine> lines, Row row, Consumer<Finding> findings) {
		List<SyncLine> told = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			boolean earlier = wholeDossiers && i < lines.size() - 1;
			number(lines.get(i), row, earlier ? unsaid -> { } : findings).ifPresent(told::add);
		}
		return told;
	}

	private Optional<SyncLine> number(SyncLine line, Row row, Consumer<Finding> findings) {
		TreeMap<String, StoredLine> known = dossiers.computeIfAbsent(line.code(), state::dossier);
		String same = numbered ? StoredLine.key(line) : known(known, line);
		SyncLine told = numbered ? line : line.withSeq(same != null ? StoredLine.seq(same) : known.isEmpty() ? 1 : StoredLine.seq(known.lastKey()) + 1);
		StoredLine before = same == null ? null : known.get(same);
		StoredLine now = StoredLine.of(told, new Origin(row.source(), row.number(), reading));
		if (before != null && before.digest().equals(now.digest())) {
			if (before.rejected()) {
				keep(known, same, before.from(now.origin()));
			}
			return knownToo && before.origin().reading() != reading ? Optional.of(told) : Optional.empty();
		}
		if (before != null && !before.rejected()) {
			findings.accept(row.finding("", before.origin().reading() == reading ? "line-twice" : "line-changed", contradicted(before, told)));
			return Optional.empty();
		}
		keep(known, StoredLine.key(told), now);
		return Optional.of(told);
	}

	/** Number, the row that said it first, and what it said otherwise. */
	private String contradicted(StoredLine before, SyncLine told) {
		String where = before.origin().row() == 0 ? "" : " (" + before.origin().source() + ":" + before.origin().row() + ")";
		return told.code() + " " + told.seq() + where + ": " + Changes.between(SyncLine.parse(before.json()), told, columns);
	}

	private void keep(TreeMap<String, StoredLine> known, String key, StoredLine line) {
		known.put(key, line);
		fresh.put(key, line);
	}

	private @Nullable String known(TreeMap<String, StoredLine> lines, SyncLine line) {
		String identity = StoredLine.of(line).identity();
		for (Map.Entry<String, StoredLine> before : lines.entrySet()) {
			if (wholeDossiers ? before.getValue().tells(line.status(), line.at()) : before.getValue().identity().equals(identity)) {
				return before.getKey();
			}
		}
		return null;
	}

	/**
	 * Takes out again what is new of dossiers whose new lines cannot have happened in the order of their moments.
	 * @param findings names the rows
	 * @return keys of the lines that are not to be sent
	 */
	Set<String> holdBack(Consumer<Finding> findings) {
		Set<String> held = new HashSet<>();
		Map<String, TreeMap<String, StoredLine>> told = new HashMap<>();
		fresh.forEach((key, line) -> told.computeIfAbsent(StoredLine.code(key), code -> new TreeMap<>()).put(key, line));
		told.forEach((code, lines) -> {
			TreeMap<String, StoredLine> known = new TreeMap<>(dossiers.getOrDefault(code, new TreeMap<>()));
			known.keySet().removeAll(lines.keySet());
			List<Contradiction> found = Contradiction.of(known.values(), lines.values());
			if (!found.isEmpty()) {
				held.addAll(lines.keySet());
				Set<StoredLine> suspects = new HashSet<>();
				found.stream().filter(one -> suspects.add(one.earlier())).forEach(one -> findings.accept(one.suspect()));
				found.stream().filter(one -> suspects.add(one.later())).forEach(one -> findings.accept(one.finding(one.later(), "order-then")));
				lines.values().stream().filter(suspects::add).forEach(line -> findings.accept(found.get(0).finding(line, "order-held")));
			}
		});
		held.forEach(fresh::remove);
		return held;
	}

	TreeMap<String, StoredLine> fresh() {
		return fresh;
	}

	/** What was new is committed. */
	void clear() {
		dossiers.clear();
		fresh.clear();
	}

}
