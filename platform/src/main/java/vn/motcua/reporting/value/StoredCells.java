package vn.motcua.reporting.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.CellSpec;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.ReportingProblem;

/** Places of figures, in memory; what another node registers is seen within seconds. */
@Component
class StoredCells implements Cells {

	static final int MOST = 2000;

	private static final int FOLLOW_MS = 3_000;

	private final CellStore store;

	private final boolean work;

	private final ConcurrentHashMap<Integer, Known> known = new ConcurrentHashMap<>();

	StoredCells(CellStore store, @Value("${motcua.work}") boolean work) {
		this.store = store;
		this.work = work;
	}

	private record Key(IndicatorCode indicator, Breakdown breakdown) {
	}

	private record Known(List<Cell> cells, Map<Key, Cell> byKey) {

		static Known of(List<Cell> cells) {
			Map<Key, Cell> byKey = new HashMap<>();
			cells.forEach(cell -> byKey.put(new Key(cell.indicator(), cell.breakdown()), cell));
			return new Known(List.copyOf(cells), byKey);
		}

	}

	@Override
	public List<Cell> of(int regime) {
		return known(regime).cells();
	}

	@Override
	public Optional<Cell> find(int regime, IndicatorCode indicator, Breakdown breakdown) {
		return Optional.ofNullable(known(regime).byKey().get(new Key(indicator, breakdown)));
	}

	@Override
	@Transactional
	public void register(int regime, List<CellSpec> specs) {
		store.lock(regime);
		List<Cell> all = new ArrayList<>(store.of(regime));
		Map<Key, Cell> byKey = new HashMap<>(Known.of(all).byKey());
		List<CellSpec> missing = specs.stream().filter(spec -> !byKey.containsKey(key(spec))).distinct().toList();
		if (missing.isEmpty()) {
			return;
		}
		Map<Key, Integer> places = new HashMap<>();
		byKey.forEach((key, cell) -> places.put(key, cell.position()));
		missing.forEach(spec -> places.putIfAbsent(key(spec), places.size()));
		if (places.size() > MOST) {
			throw new ProblemException(ReportingProblem.TOO_MANY_CELLS, "max", MOST);
		}
		store.insert(regime, missing.stream().map(spec -> cell(spec, places)).sorted(java.util.Comparator.comparingInt(Cell::position)).toList());
		forgetAround(regime);
	}

	/** Positions past the known ones may have come on another node a moment ago. */
	void look(int regime, int position) {
		if (position >= of(regime).size()) {
			known.remove(regime);
		}
	}

	@Scheduled(initialDelay = FOLLOW_MS, fixedDelay = FOLLOW_MS)
	void followOtherNodes() {
		if (work && !known.isEmpty()) {
			Map<Integer, Integer> sizes = store.sizes();
			known.entrySet().removeIf(entry -> entry.getValue().cells().size() != sizes.getOrDefault(entry.getKey(), 0));
		}
	}

	private Known known(int regime) {
		Known there = known.get(regime);
		if (there == null) {
			there = Known.of(store.of(regime));
			known.put(regime, there);
		}
		return there;
	}

	/** Read anew now by who registers, and after the end by everybody, however it ends. */
	private void forgetAround(int regime) {
		known.remove(regime);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCompletion(int status) {
				known.remove(regime);
			}

		});
	}

	private static Key key(CellSpec spec) {
		return new Key(spec.indicator(), spec.breakdown());
	}

	/** A weight is the same breakdown of the weighing indicator, else its whole. */
	private static Cell cell(CellSpec spec, Map<Key, Integer> places) {
		Integer weight = spec.weight() == null ? null
				: places.getOrDefault(new Key(spec.weight(), spec.breakdown()), places.get(new Key(spec.weight(), Breakdown.WHOLE)));
		return new Cell(place(spec, places), spec.indicator(), spec.breakdown(), spec.decimals(), spec.overUnits(), weight);
	}

	private static int place(CellSpec spec, Map<Key, Integer> places) {
		@Nullable Integer place = places.get(key(spec));
		if (place == null) {
			throw new IllegalStateException("no place for " + spec);
		}
		return place;
	}

}
