package vn.motcua.agent;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import vn.motcua.agent.mapping.Mapping;
import vn.motcua.agent.mapping.RowMapping;
import vn.motcua.agent.source.Columns;
import vn.motcua.agent.source.Finding;
import vn.motcua.agent.source.Row;
import vn.motcua.agent.source.Taker;
import vn.motcua.sdk.Metrics;
import vn.motcua.sdk.Outbox;
import vn.motcua.sdk.OutboxFullException;
import vn.motcua.sdk.SyncLine;

/**
 * From rows to the outbox. Lines are put, then kept in the state together with how far the source was read: a kill between both
 * brings the same rows again, and they get the same numbers.
 */
final class Feed implements Taker {

	private static final String ROWS = "motcua_agent_rows_total";

	private static final String LINES = "motcua_agent_lines_total";

	/** Rows that the mapping leaves out. */
	static final String SKIPPED = "motcua_agent_skipped_rows_total";

	private static final int ROWS_AT_ONCE = 2_000;

	private static final Duration WAIT_FOR_ROOM = Duration.ofSeconds(2);

	private final RowMapping mapping;

	private final Mapping columns;

	private final Outbox outbox;

	private final AgentState state;

	private final Metrics metrics;

	private final CountDownLatch stopping;

	private final Numbering numbering;

	private final List<SyncLine> lines = new ArrayList<>();

	private @Nullable Columns seen;

	private boolean lacking;

	private long reading;

	private int rows;

	private @Nullable String part;

	private @Nullable String mark;

	private volatile @Nullable Instant latest;

	private volatile @Nullable String trouble;

	Feed(Mapping mapping, Outbox outbox, AgentState state, Metrics metrics, CountDownLatch stopping) {
		this.columns = mapping;
		this.mapping = new RowMapping(mapping);
		this.outbox = outbox;
		this.state = state;
		this.metrics = metrics;
		this.stopping = stopping;
		this.numbering = new Numbering(state, this.mapping);
		this.latest = state.latest();
		List.of(ROWS, LINES, SKIPPED).forEach(counter -> metrics.add(counter, 0));
	}

	/** When the latest change happened that was read. */
	@Nullable Instant latest() {
		return latest;
	}

	/** Why nothing can be put at the moment. */
	@Nullable String trouble() {
		return trouble;
	}

	/** The source is read once more. */
	void begin() {
		reading = numbering.begin();
	}

	@Override
	public @Nullable String mark(String of) {
		return state.mark(of);
	}

	@Override
	public void restart(String of) {
		state.begun(of, reading);
		seen = null;
	}

	@Override
	public void row(Row row, String of, String reached) throws IOException, InterruptedException {
		metrics.add(ROWS, 1);
		if (complete(row) && columns.leavesOut(row)) {
			metrics.add(SKIPPED, 1);
		}
		else if (!lacking) {
			List<SyncLine> mapped = mapping.map(row, this::found);
			lines.addAll(numbering.number(mapped, row, this::found));
			mapped.forEach(line -> latest = latest == null || line.at().isAfter(latest) ? line.at() : latest);
		}
		part = of;
		mark = reached;
		if (++rows >= ROWS_AT_ONCE) {
			flush();
		}
	}

	/** A source that lacks a column is one finding, not one for each row. */
	private boolean complete(Row row) {
		if (row.columns() != seen) {
			seen = row.columns();
			List<Finding> missing = columns.missing(row);
			missing.forEach(this::found);
			lacking = !missing.isEmpty();
		}
		return !lacking;
	}

	@Override
	public void reached(String of, String reached) throws IOException, InterruptedException {
		part = of;
		mark = reached;
		flush();
	}

	private void flush() throws IOException, InterruptedException {
		Set<String> held = numbering.holdBack(this::found);
		lines.removeIf(line -> held.contains(StoredLine.key(line)));
		state.expect(numbering.fresh());
		for (int from = 0; from < lines.size(); from += ROWS_AT_ONCE) {
			put(lines.subList(from, Math.min(lines.size(), from + ROWS_AT_ONCE)));
		}
		Instant change = latest;
		if (change != null) {
			state.latest(change);
		}
		if (part != null && mark != null) {
			state.put(numbering.fresh(), part, mark);
		}
		metrics.add(LINES, lines.size());
		metrics.set("motcua_agent_findings", state.findingCount());
		lines.clear();
		numbering.clear();
		rows = 0;
	}

	/** When there is no room, waits until there is. */
	private void put(List<SyncLine> some) throws IOException, InterruptedException {
		while (true) {
			try {
				outbox.put(some);
				trouble = null;
				return;
			}
			catch (OutboxFullException full) {
				trouble = full.getMessage();
				if (stopping.await(WAIT_FOR_ROOM.toMillis(), TimeUnit.MILLISECONDS)) {
					throw full;
				}
			}
		}
	}

	@Override
	public void found(Finding finding) {
		state.found(finding);
	}

	@Override
	public boolean enough() {
		return stopping.getCount() == 0;
	}

	/** Forgets rows that were not put, after a failure; they come again. */
	void forget() {
		state.expect(java.util.Map.of());
		lines.clear();
		numbering.clear();
		rows = 0;
		part = null;
		mark = null;
	}

}
