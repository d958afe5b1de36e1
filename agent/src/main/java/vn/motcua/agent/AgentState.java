package vn.motcua.agent;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import vn.motcua.agent.source.Finding;
import vn.motcua.sdk.FieldProblem;
import vn.motcua.sdk.SyncLine;

/**
 * What the agent knows, in one file: every line that was put, how far each source was read, what was found. A change is in it as a
 * whole and on disk when {@link #commit} returns, or not at all.
 */
final class AgentState implements Closeable {

	/** More are counted, not listed. */
	private static final int MOST_FINDINGS = FindingsCsv.MOST;

	/** No name of a file: a tab is not in one that the folder source takes. */
	private static final String MAPPING = "\tmapping";

	private static final String LATEST = "\tlatest";

	/** Before the name of a source: which reading took it from its beginning. */
	private static final String BEGUN = "\tbegun\t";

	private static final String FILE = "state.mv";

	private static final int CACHE_MB = 16;

	private final MVStore store;

	private final MVMap<String, String> lines;

	private final MVMap<String, String> marks;

	private final MVMap<String, String> findings;

	/** What the ledger said of lines that it does not take. */
	private final MVMap<String, String> refusals;

	private final MVMap<String, String> compared;

	/** Lines on their way into the outbox; the ledger can answer before they are put here. */
	private final Map<String, StoredLine> expected = new HashMap<>();

	private final Set<String> rejectedAlready = new HashSet<>();

	private int comparedDays;

	private AgentState(MVStore store) {
		this.store = store;
		this.lines = store.openMap("lines");
		this.marks = store.openMap("marks");
		this.findings = store.openMap("findings");
		this.refusals = store.openMap("refusals");
		this.compared = store.openMap("compared");
	}

	static AgentState open(Path folder) throws IOException {
		Files.createDirectories(folder);
		return open(folder, new MVStore.Builder());
	}

	/** For trying: what is known already, and nothing is kept. */
	static AgentState reading(Path folder) throws IOException {
		return Files.exists(folder.resolve(FILE)) ? open(folder, new MVStore.Builder().readOnly()) : inMemory();
	}

	/** Nothing is known, and nothing is kept. */
	static AgentState inMemory() {
		return new AgentState(new MVStore.Builder().fileName(null).autoCommitDisabled().open());
	}

	private static AgentState open(Path folder, MVStore.Builder store) throws IOException {
		try {
			return new AgentState(store.fileName(folder.resolve(FILE).toString()).autoCommitDisabled().cacheSize(CACHE_MB).compress().open());
		}
		catch (MVStoreException notOpened) {
			throw new IOException("the state in " + folder + " cannot be opened; another agent may have it: " + notOpened.getMessage(), notOpened);
		}
	}

	/** When the latest change happened that was ever read. */
	synchronized @Nullable Instant latest() {
		String latest = marks.get(LATEST);
		return latest == null ? null : Instant.parse(latest);
	}

	/** It stands with the next lines that are put. */
	synchronized void latest(Instant change) {
		marks.put(LATEST, change.toString());
	}

	synchronized @Nullable String mark(String part) {
		return marks.get(part);
	}

	/** Sources are read from their beginning when the mapping is another than before; what was sent has no second effect. */
	synchronized void mappingIs(String fingerprint) {
		if (!fingerprint.equals(marks.get(MAPPING))) {
			marks.clear();
			marks.put(MAPPING, fingerprint);
			commit();
		}
	}

	synchronized TreeMap<String, StoredLine> dossier(String code) {
		TreeMap<String, StoredLine> found = new TreeMap<>();
		each(StoredLine.dossierKey(code), found::put);
		return found;
	}

	/** Every line of a day of an agency. */
	synchronized void day(String agency, String day, BiConsumer<String, StoredLine> each) {
		each(StoredLine.dayKey(agency, day), each);
	}

	private void each(String prefix, BiConsumer<String, StoredLine> each) {
		Cursor<String, String> cursor = lines.cursor(prefix);
		while (cursor.hasNext() && cursor.next().startsWith(prefix)) {
			each.accept(cursor.getKey(), StoredLine.of(cursor.getValue()));
		}
	}

	/** Agency and day of all lines, each once, as keys for {@link #day}. */
	synchronized List<String[]> days() {
		List<String[]> days = new ArrayList<>();
		for (String key = lines.firstKey(); key != null; key = lines.higherKey(key)) {
			String[] parts = key.split("\t");
			days.add(new String[] { parts[0], parts[1] });
			key = StoredLine.dayKey(parts[0], parts[1]) + Character.MAX_VALUE;
		}
		return days;
	}

	synchronized long lineCount() {
		return lines.sizeAsLong();
	}

	/** Call before lines go into the outbox; then {@link #put}, or {@link #expect} nothing when they did not. */
	synchronized void expect(Map<String, StoredLine> fresh) {
		expected.clear();
		expected.putAll(fresh);
		rejectedAlready.clear();
	}

	/** Lines that are safe in the outbox, and how far the source was read with them. */
	synchronized void put(Map<String, StoredLine> put, String part, String mark) {
		put.forEach((key, line) -> {
			StoredLine kept = rejectedAlready.contains(key) ? line.asRejected() : line;
			lines.put(key, kept.text());
			if (!kept.rejected()) {
				refusals.remove(key);
			}
		});
		expect(Map.of());
		marks.put(part, mark);
		commit();
	}

	/** Notes which lines the ledger rejected, and why. */
	synchronized void rejected(Map<String, FieldProblem> why) {
		why.forEach((key, problem) -> {
			if (refusals.size() < FindingsCsv.MOST || refusals.containsKey(key)) {
				refusals.put(key, problem.pointer() + "\t" + problem.rule() + "\t" + problem.message());
			}
			if (expected.containsKey(key)) {
				rejectedAlready.add(key);
			}
			String text = lines.get(key);
			if (text != null) {
				lines.put(key, StoredLine.of(text).asRejected().text());
			}
		});
		if (!why.isEmpty()) {
			commit();
		}
	}

	/** The row that gave a line, also of one that is on its way into the outbox; {@code null} when it was kept before rows were noted. */
	synchronized @Nullable Origin origin(String key) {
		StoredLine line = expected.get(key);
		String text = line == null ? lines.get(key) : null;
		Origin origin = line != null ? line.origin() : text == null ? Origin.UNKNOWN : StoredLine.of(text).origin();
		return origin.equals(Origin.UNKNOWN) ? null : origin;
	}

	/** Lines that the ledger does not take as they are, in the order of their rows; those whose row is no longer in its file are left out. */
	synchronized List<Refusal> refusals() {
		List<Refusal> list = new ArrayList<>();
		refusals.forEach((key, said) -> {
			StoredLine line = refused(key);
			if (line != null) {
				String[] problem = said.split("\t", 3);
				String because = problem[1].equals(Contradiction.RULE) ? Contradiction.of(dossier(StoredLine.code(key)).values(), line).map(one -> " " + one.told()).orElse("") : "";
				list.add(new Refusal(line.origin(), SyncLine.parse(line.json()), new FieldProblem(problem[0], problem[1], problem[2] + because)));
			}
		});
		list.sort(Comparator.comparing(Refusal::origin, Origin.ORDER));
		return list;
	}

	/** Whether some row waits for somebody: found wrong, or refused by the ledger and still in its file. */
	synchronized boolean waitsForSomebody() {
		return !findings.isEmpty() || refusals.keySet().stream().anyMatch(key -> refused(key) != null);
	}

	private @Nullable StoredLine refused(String key) {
		String text = lines.get(key);
		StoredLine line = text == null ? null : StoredLine.of(text);
		return line != null && line.rejected() && line.origin().reading() >= Long.parseLong(marks.getOrDefault(BEGUN + line.origin().source(), "0")) ? line : null;
	}

	synchronized void found(Finding finding) {
		String key = finding.source() + "\t" + String.format("%012d", finding.row()) + "\t" + finding.column() + "\t" + finding.rule();
		if (findings.size() < MOST_FINDINGS || findings.containsKey(key)) {
			findings.put(key, finding.value());
		}
	}

	/** A source is read from its beginning: what was found in it before is forgotten. */
	synchronized void begun(String source, long reading) {
		marks.put(BEGUN + source, String.valueOf(reading));
		List<String> gone = new ArrayList<>();
		Cursor<String, String> cursor = findings.cursor(source + "\t");
		while (cursor.hasNext() && cursor.next().startsWith(source + "\t")) {
			gone.add(cursor.getKey());
		}
		gone.forEach(findings::remove);
	}

	synchronized List<Finding> findings(int most) {
		List<Finding> list = new ArrayList<>();
		Cursor<String, String> cursor = findings.cursor(null);
		while (cursor.hasNext() && list.size() < most) {
			String[] key = cursor.next().split("\t", -1);
			list.add(new Finding(key[0], Long.parseLong(key[1]), key[2], key[3], cursor.getValue()));
		}
		return list;
	}

	synchronized int findingCount() {
		return findings.size();
	}

	/** Results of comparing some days. */
	synchronized void compared(List<Reconciler.Compared> days) {
		days.forEach(day -> compared.put(day.day() + "\t" + day.agency(), day.text()));
		comparedDays += days.size();
		commit();
	}

	/** How many days were compared since it was opened that had lines on either side. */
	synchronized int comparedDays() {
		return comparedDays;
	}

	/** Results of comparing by day and agency, the latest first. */
	synchronized Map<String, String> compared(int most) {
		TreeMap<String, String> latest = new TreeMap<>(java.util.Comparator.reverseOrder());
		for (String key = compared.lastKey(); key != null && latest.size() < most; key = compared.lowerKey(key)) {
			latest.put(key, compared.get(key));
		}
		return latest;
	}

	private void commit() {
		store.commit();
		store.sync();
	}

	@Override
	public synchronized void close() {
		store.close();
	}

}
