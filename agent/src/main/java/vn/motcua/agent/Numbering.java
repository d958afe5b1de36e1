package vn.motcua.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import vn.motcua.agent.source.Finding;
import vn.motcua.agent.source.Row;
import vn.motcua.sdk.SyncLine;

/**
 * Gives lines their number and knows those that were put before. Where the source has no number, a line gets the next one of its
 * dossier in the order of the rows; what says the same status, moment and note as a line that is known is that line. So rows that are read twice, after a
 * kill or because a file grew, get the same numbers and have no second effect. A line that says something else than what was sent under its number is a finding; one that the ledger rejected is
 * sent again under the same number once it is mended.
 */
final class Numbering {

	private final AgentState state;

	private final boolean numbered;

	/** Lines since the last commit, by dossier. */
	private final Map<String, TreeMap<String, StoredLine>> dossiers = new HashMap<>();

	private final TreeMap<String, StoredLine> fresh = new TreeMap<>();

	Numbering(AgentState state, boolean numbered) {
		this.state = state;
		this.numbered = numbered;
	}

	/** The line with its number when it is to be sent, or empty when it is known. */
	Optional<SyncLine> number(SyncLine line, Row row, Consumer<Finding> findings) {
		TreeMap<String, StoredLine> known = dossiers.computeIfAbsent(line.code(), state::dossier);
		String same = numbered ? StoredLine.key(line) : known(known, StoredLine.of(line).identity());
		SyncLine told = numbered ? line : line.withSeq(same != null ? StoredLine.seq(same) : known.isEmpty() ? 1 : StoredLine.seq(known.lastKey()) + 1);
		StoredLine before = same == null ? null : known.get(same);
		StoredLine now = StoredLine.of(told);
		if (before != null && before.digest().equals(now.digest())) {
			return Optional.empty();
		}
		if (before != null && !before.rejected()) {
			findings.accept(row.finding("", "line-changed", told.code() + " " + told.seq()));
			return Optional.empty();
		}
		known.put(StoredLine.key(told), now);
		fresh.put(StoredLine.key(told), now);
		return Optional.of(told);
	}

	private static @Nullable String known(TreeMap<String, StoredLine> lines, String identity) {
		for (Map.Entry<String, StoredLine> line : lines.entrySet()) {
			if (line.getValue().identity().equals(identity)) {
				return line.getKey();
			}
		}
		return null;
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
