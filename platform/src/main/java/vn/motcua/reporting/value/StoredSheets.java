package vn.motcua.reporting.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Service;

import vn.motcua.kernel.Actor;
import vn.motcua.reporting.Attempts;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.ValueSource;
import vn.motcua.reporting.value.SheetStore.Entry;
import vn.motcua.reporting.value.SheetStore.SheetRow;

/** Sheets as they stand and as they stood; changes go through {@link SheetSaving}. */
@Service
class StoredSheets implements Sheets {

	/** Saves whose changes are told at once. */
	private static final int MOST_ENTRIES = 500;

	private final SheetStore store;

	private final StoredCells cells;

	private final SheetSaving saving;

	private final Attempts attempts;

	StoredSheets(SheetStore store, StoredCells cells, SheetSaving saving, Attempts attempts) {
		this.store = store;
		this.cells = cells;
		this.saving = saving;
		this.attempts = attempts;
	}

	@Override
	public Sheet sheet(SheetKey key) {
		return store.find(key).map(this::sheet).orElseGet(() -> empty(key));
	}

	@Override
	public List<Sheet> sheets(Collection<SheetKey> keys) {
		Map<SheetKey, SheetRow> found = new HashMap<>();
		store.find(keys).forEach(row -> found.put(row.key(), row));
		return keys.stream().map(key -> Optional.ofNullable(found.get(key)).map(this::sheet).orElseGet(() -> empty(key))).toList();
	}

	@Override
	public List<Column> column(int regime, int position, LocalDate from, LocalDate to, Collection<Integer> agencies) {
		return store.column(regime, position, from, to, agencies);
	}

	@Override
	public Sheet sheet(SheetKey key, int version) {
		List<Entry> entries = store.upTo(key, version);
		if (entries.isEmpty()) {
			return empty(key);
		}
		long[] amounts = new long[0];
		for (Entry entry : entries) {
			amounts = folded(amounts, entry);
		}
		return sheet(new SheetRow(key, entries.getLast().version(), amounts, entries.getLast().at()));
	}

	@Override
	public Saved save(SheetKey key, List<CellChange> changes, ValueSource source, Actor actor) {
		return attempts.make(() -> saving.save(key, changes, source, actor));
	}

	@Override
	public Changes changesSince(SheetKey key, int version) {
		List<Cell> known = known(key);
		List<Entry> entries = store.after(key, version, MOST_ENTRIES + 1);
		boolean more = entries.size() > MOST_ENTRIES;
		List<Change> changes = new ArrayList<>();
		for (Entry entry : more ? entries.subList(0, MOST_ENTRIES) : entries) {
			for (int index = 0; index < entry.places().length; index++) {
				changes.add(change(entry, index, known));
			}
		}
		return new Changes(changes, changes.isEmpty() ? version : changes.getLast().version(), more);
	}

	@Override
	public boolean came(SheetKey key, ValueSource source) {
		return store.came(key, source);
	}

	@Override
	public Map<Moment, BigDecimal> before(SheetKey key, Collection<Moment> moments) {
		Map<Integer, List<Moment>> open = new HashMap<>();
		moments.forEach(moment -> open.computeIfAbsent(moment.position(), _ -> new ArrayList<>()).add(moment));
		Instant first = moments.stream().map(Moment::at).min(Comparator.naturalOrder()).orElse(Instant.MAX);
		List<Cell> known = known(key);
		Map<Moment, BigDecimal> stood = new HashMap<>();
		int version = 0;
		while (!open.isEmpty()) {
			List<Entry> entries = store.since(key, first, version, MOST_ENTRIES);
			for (Entry entry : entries) {
				for (int index = 0; index < entry.places().length; index++) {
					stood(change(entry, index, known), open, stood);
				}
			}
			if (entries.size() < MOST_ENTRIES) {
				break;
			}
			version = entries.getLast().version();
		}
		return stood;
	}

	/** The first change after a moment says what stood there. */
	private static void stood(Change change, Map<Integer, List<Moment>> open, Map<Moment, BigDecimal> stood) {
		List<Moment> asked = open.getOrDefault(change.position(), List.of());
		asked.stream().filter(moment -> change.at().isAfter(moment.at())).forEach(moment -> {
			if (change.before() != null) {
				stood.put(moment, change.before());
			}
		});
		if (!asked.isEmpty() && asked.removeIf(moment -> change.at().isAfter(moment.at())) && asked.isEmpty()) {
			open.remove(change.position());
		}
	}

	@Override
	public List<Change> history(SheetKey key, int position) {
		List<Cell> known = known(key);
		List<Change> changes = new ArrayList<>();
		for (Entry entry : store.ofPlace(key, position)) {
			for (int index = 0; index < entry.places().length; index++) {
				if (entry.places()[index] == position) {
					changes.add(change(entry, index, known));
				}
			}
		}
		return changes;
	}

	static long[] folded(long[] before, Entry entry) {
		int most = 0;
		for (int place : entry.places()) {
			most = Math.max(most, place + 1);
		}
		long[] amounts = Amounts.withRoom(before, most);
		for (int index = 0; index < entry.places().length; index++) {
			amounts[entry.places()[index]] = entry.amounts()[index];
		}
		return amounts;
	}

	private Sheet sheet(SheetRow row) {
		cells.look(row.key().regime(), row.amounts().length - 1);
		return new Sheet(row.key(), row.version(), Amounts.byPosition(row.amounts(), known(row.key())), row.savedAt());
	}

	private static Sheet empty(SheetKey key) {
		return new Sheet(key, 0, Map.of(), null);
	}

	private List<Cell> known(SheetKey key) {
		return cells.of(key.regime());
	}

	private static Change change(Entry entry, int index, List<Cell> cells) {
		int place = entry.places()[index];
		int decimals = cells.get(place).decimals();
		BigDecimal before = Amounts.decimal(entry.before(index), decimals);
		return new Change(entry.version(), place, before, Amounts.decimal(entry.amounts()[index], decimals), entry.source(), entry.account(), entry.by(), entry.at());
	}

}
