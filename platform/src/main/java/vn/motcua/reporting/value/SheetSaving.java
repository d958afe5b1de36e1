package vn.motcua.reporting.value;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.Sheets.Conflict;
import vn.motcua.reporting.Sheets.Saved;
import vn.motcua.reporting.ValueSource;
import vn.motcua.reporting.value.PeriodDays.Period;
import vn.motcua.reporting.value.SheetStore.Entry;
import vn.motcua.reporting.value.SheetStore.SheetRow;

/** Changes cells of one sheet: the sheet with what follows, its entry and its place in the queue to the totals, in one transaction. */
@Service
class SheetSaving {

	/** Entries read at once when conflicts are looked for. */
	private static final int AT_ONCE = 1_000;

	private final SheetStore store;

	private final StoredCells cells;

	private final PeriodDays days;

	private final Following following;

	private final ObjectProvider<Reports> reports;

	private final Clock clock;

	SheetSaving(SheetStore store, StoredCells cells, PeriodDays days, Following following, ObjectProvider<Reports> reports, Clock clock) {
		this.store = store;
		this.cells = cells;
		this.days = days;
		this.following = following;
		this.reports = reports;
		this.clock = clock;
	}

	/** In the transaction of {@link StoredSheets}. */
	Saved save(SheetKey key, List<CellChange> changes, ValueSource source, Actor actor) {
		if (days.find(new Period(key.regime(), key.period())).isEmpty()) {
			throw new ProblemException(ReportingProblem.NO_SUCH_PERIOD, "period", key.period());
		}
		Map<Integer, Long> wanted = checked(key, changes);
		Reports work = reports.getIfAvailable();
		if (work != null && guarded(source)) {
			work.fillable(key, source, actor);
		}
		Saved saved = written(key, wanted, changes, source, actor);
		if (work != null && source != ValueSource.CORRECTED) {
			work.touched(key, source, actor);
		}
		return saved;
	}

	/** Who counts from the ledger or corrects what was closed has asked already. */
	static boolean guarded(ValueSource source) {
		return source != ValueSource.COUNTED && source != ValueSource.CORRECTED;
	}

	/** By position, as it is kept. */
	private Map<Integer, Long> checked(SheetKey key, List<CellChange> changes) {
		if (changes.size() > StoredCells.MOST) {
			throw new ProblemException(CommonProblem.TOO_MANY, "max", StoredCells.MOST);
		}
		cells.look(key.regime(), changes.stream().mapToInt(CellChange::position).max().orElse(0));
		List<Cell> known = cells.of(key.regime());
		Map<Integer, Long> wanted = new TreeMap<>();
		List<FieldProblem> problems = new ArrayList<>();
		for (CellChange change : changes) {
			String pointer = "/cells/" + change.position();
			if (change.position() < 0 || change.position() >= known.size()) {
				problems.add(FieldProblem.of(pointer, "reporting.no-such-cell"));
				continue;
			}
			Cell cell = known.get(change.position());
			Optional<FieldProblem> problem = Amounts.problem(pointer, cell, change.amount());
			problem.ifPresentOrElse(problems::add, () -> wanted.put(cell.position(), Amounts.kept(cell, change.amount())));
		}
		if (!problems.isEmpty()) {
			throw new ProblemException(CommonProblem.FIELDS, problems);
		}
		return wanted;
	}

	private Saved written(SheetKey key, Map<Integer, Long> wanted, List<CellChange> changes, ValueSource source, Actor actor) {
		while (true) {
			Optional<SheetRow> there = store.lock(key);
			if (there.isPresent()) {
				return changed(there.get(), wanted, changes, source, actor);
			}
			Map<Integer, Long> values = new TreeMap<>(wanted);
			values.values().removeIf(amount -> amount == Amounts.EMPTY);
			if (values.isEmpty()) {
				return new Saved(0, List.of());
			}
			long[] amounts = completed(key, new long[0], values);
			if (store.insert(key, amounts, entry(actor, 1, source, differences(new long[0], amounts), new long[0]))) {
				return new Saved(1, List.of());
			}
		}
	}

	private Saved changed(SheetRow there, Map<Integer, Long> wanted, List<CellChange> changes, ValueSource source, Actor actor) {
		Map<Integer, Long> values = new TreeMap<>(wanted);
		values.entrySet().removeIf(value -> Amounts.at(there.amounts(), value.getKey()) == value.getValue());
		List<Conflict> conflicts = conflicts(there, values, changes, actor);
		conflicts.forEach(conflict -> values.remove(conflict.position()));
		long[] amounts = completed(there.key(), there.amounts(), values);
		Map<Integer, Long> differences = differences(there.amounts(), amounts);
		if (differences.isEmpty()) {
			return new Saved(there.version(), conflicts);
		}
		long[] befores = differences.keySet().stream().mapToLong(place -> Amounts.at(there.amounts(), place)).toArray();
		int version = there.version() + 1;
		store.update(there.key(), amounts, entry(actor, version, source, differences, befores));
		return new Saved(version, conflicts);
	}

	/** Cells whose last change since the writer looked was somebody else's. */
	private List<Conflict> conflicts(SheetRow there, Map<Integer, Long> values, List<CellChange> changes, Actor actor) {
		Map<Integer, Integer> seen = new LinkedHashMap<>();
		changes.stream().filter(change -> change.seenVersion() != null && change.seenVersion() < there.version() && values.containsKey(change.position()))
			.forEach(change -> seen.put(change.position(), change.seenVersion()));
		if (seen.isEmpty()) {
			return List.of();
		}
		Map<Integer, Entry> last = new LinkedHashMap<>();
		List<Entry> after = List.of();
		for (int from = seen.values().stream().mapToInt(Integer::intValue).min().orElse(0); from < there.version(); from = after.getLast().version()) {
			after = store.after(there.key(), from, AT_ONCE);
			if (after.isEmpty()) {
				break;
			}
			for (Entry entry : after) {
				for (int place : entry.places()) {
					if (seen.containsKey(place) && entry.version() > seen.get(place)) {
						last.put(place, entry);
					}
				}
			}
		}
		List<Cell> known = cells.of(there.key().regime());
		return last.entrySet().stream().filter(change -> !change.getValue().account().equals(actor.account()))
			.map(change -> new Conflict(change.getKey(), Amounts.decimal(Amounts.at(there.amounts(), change.getKey()), known.get(change.getKey()).decimals()),
					change.getValue().version(), change.getValue().by(), change.getValue().at()))
			.toList();
	}

	private Entry entry(Actor actor, int version, ValueSource source, Map<Integer, Long> values, long[] befores) {
		Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
		return Entry.by(actor, version, source, values.keySet().stream().mapToInt(Integer::intValue).toArray(),
				values.values().stream().mapToLong(Long::longValue).toArray(), befores, at);
	}

	private long[] completed(SheetKey key, long[] before, Map<Integer, Long> values) {
		long[] with = Amounts.withRoom(before, values.keySet().stream().mapToInt(place -> place + 1).max().orElse(0));
		values.forEach((place, amount) -> with[place] = amount);
		return following.of(List.of(key)).complete(key, before, with);
	}

	private static Map<Integer, Long> differences(long[] before, long[] after) {
		Map<Integer, Long> differences = new TreeMap<>();
		for (int place = 0; place < after.length; place++) {
			if (after[place] != Amounts.at(before, place)) {
				differences.put(place, after[place]);
			}
		}
		return differences;
	}

}
