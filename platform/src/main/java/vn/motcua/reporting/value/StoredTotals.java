package vn.motcua.reporting.value;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Totals;

/** Totals as {@link Fold} keeps them. */
@Service
class StoredTotals implements Totals {

	private final TotalStore store;

	private final TallyStore tallies;

	private final StoredCells cells;

	StoredTotals(TotalStore store, TallyStore tallies, StoredCells cells) {
		this.store = store;
		this.tallies = tallies;
		this.cells = cells;
	}

	@Override
	public List<Total> totals(int regime, LocalDate from, LocalDate to, List<Integer> units) {
		return store.totals(regime, from, to, units.stream().mapToInt(Integer::intValue).toArray(), cells.of(regime).size());
	}

	@Override
	public List<Total> tallies(int regime, LocalDate from, LocalDate to, List<Integer> units) {
		return store.tallies(regime, from, to, units.stream().mapToInt(Integer::intValue).toArray());
	}

	@Override
	@Transactional
	public void count(SheetKey key, List<Tally> in, List<Tally> out) {
		count(List.of(key), in, out);
	}

	@Override
	@Transactional
	public void count(Collection<SheetKey> keys, List<Tally> in, List<Tally> out) {
		short[] differences = new short[Tally.values().length];
		in.forEach(tally -> differences[tally.ordinal()]++);
		out.forEach(tally -> differences[tally.ordinal()]--);
		if (!keys.isEmpty()) {
			tallies.count(keys, differences);
		}
	}

}
