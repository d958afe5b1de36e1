package vn.motcua.reporting.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

import vn.motcua.reporting.Cell;
import vn.motcua.reporting.EarlierPeriods;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.formula.Reference;

/**
 * Computed cells are put right in the transaction that changes what they follow from, whoever writes it: so they are in every total with the figures
 * beside them.
 */
@Component
class Following {

	private static final int MOST_KEPT = 500;

	private static final List<Reference.When> EARLIER = List.of(Reference.When.PREVIOUS, Reference.When.LAST_YEAR);

	private final Regimes regimes;

	private final Indicators indicators;

	private final EarlierPeriods periods;

	private final StoredCells cells;

	private final SheetStore store;

	private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();

	Following(@Lazy Regimes regimes, @Lazy Indicators indicators, StoredCells cells, SheetStore store) {
		this.regimes = regimes;
		this.indicators = indicators;
		this.periods = new EarlierPeriods(regimes);
		this.cells = cells;
		this.store = store;
	}

	/** Good as long as the register answers with the same template and places. */
	private record Kept(Template template, List<Cell> places, FollowingCells cells) {
	}

	/** For sheets that are written together; they are held, and those of earlier periods are completed before later ones. */
	Together of(Collection<SheetKey> keys) {
		return new Together(keys);
	}

	private FollowingCells cells(int regime, LocalDate period) {
		Template template = regimes.template(regime, period);
		List<Cell> places = cells.of(regime);
		Kept known = kept.get(regime);
		if (known == null || known.template() != template || known.places() != places) {
			known = new Kept(template, places, FollowingCells.of(template, regime, cells, indicators));
			if (kept.size() >= MOST_KEPT) {
				kept.clear();
			}
			kept.put(regime, known);
		}
		return known.cells();
	}

	/** Sheets that are written together. */
	final class Together {

		private static final long[] NOTHING = new long[0];

		/** What earlier reports say that some of them read. */
		private final Map<SheetKey, long[]> earlier = new HashMap<>();

		private final Map<Looked, Optional<LocalDate>> starts = new HashMap<>();

		private record Looked(int regime, LocalDate period, Reference.When when) {
		}

		private Together(Collection<SheetKey> keys) {
			List<SheetKey> read = new ArrayList<>();
			for (SheetKey key : keys) {
				FollowingCells computed = cells(key.regime(), key.period());
				if (!computed.none()) {
					EARLIER.stream().filter(computed::reads).map(when -> earlier(key, when)).filter(Objects::nonNull).forEach(read::add);
				}
			}
			if (!read.isEmpty()) {
				store.find(read).forEach(row -> earlier.put(row.key(), row.amounts()));
			}
		}

		/** What is to stand in a sheet with all that follows. */
		long[] complete(SheetKey key, long[] before, long[] after) {
			FollowingCells computed = cells(key.regime(), key.period());
			long[] whole = computed.none() ? after : computed.complete(before, after, when -> {
				SheetKey of = earlier(key, when);
				return of == null ? NOTHING : earlier.getOrDefault(of, NOTHING);
			});
			earlier.put(key, whole);
			return whole;
		}

		private @Nullable SheetKey earlier(SheetKey key, Reference.When when) {
			return starts.computeIfAbsent(new Looked(key.regime(), key.period(), when), _ -> start(key, when))
				.map(day -> new SheetKey(key.regime(), day, key.agency())).orElse(null);
		}

		private Optional<LocalDate> start(SheetKey key, Reference.When when) {
			return (when == Reference.When.PREVIOUS ? periods.before(key, regimes.get(key.regime()).periodType()) : periods.yearAgo(key)).map(SheetKey::period);
		}

	}

}
