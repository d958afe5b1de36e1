package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agency;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.Totals.Total;

/**
 * What an agency and all under it reported, in the cells of its form: what its report says beside its own part.
 *
 * @param amounts by place
 * @param computed by the id of the cell: summed where it is, else by its formula over the sums
 * @param agencies how many gave figures
 */
public record ReportSums(Map<Integer, BigDecimal> amounts, Map<String, BigDecimal> computed, int agencies) {

	/** All by place, what follows from the sums with them. */
	Map<Integer, BigDecimal> byPlace(ReportForm form) {
		Map<Integer, BigDecimal> all = new HashMap<>(amounts);
		computed.forEach((id, amount) -> {
			Cell place = form.formulas().cells().get(id).place();
			if (place != null) {
				all.put(place.position(), amount);
			}
		});
		return all;
	}

	/** Puts them together. */
	@Component
	static class Gathered {

		private final Totals totals;

		private final Cells cells;

		private final ComputedCells computed;

		Gathered(Totals totals, Cells cells, ComputedCells computed) {
			this.totals = totals;
			this.cells = cells;
			this.computed = computed;
		}

		/** As they stand now; {@code null} where nobody below reported anything. */
		@Nullable ReportSums of(ReportForm form, Map<Integer, BigDecimal> own) {
			if (form.address().agency().level() == Agency.Level.COMMUNE) {
				return null;
			}
			SheetKey key = form.address().key();
			List<Total> found = totals.totals(key.regime(), key.period(), key.period(), List.of(key.agency().value()));
			return found.isEmpty() ? null : of(form, own, found.getFirst());
		}

		/** The same of many reports of one regime and period, by the numbers of their agencies. @param own by the number of the agency */
		Map<Integer, ReportSums> of(List<ReportForm> forms, Map<Integer, Map<Integer, BigDecimal>> own) {
			Map<Integer, ReportForm> gathering = new HashMap<>();
			forms.stream().filter(form -> form.address().agency().level() != Agency.Level.COMMUNE).forEach(form -> gathering.put(form.address().agency().id().value(), form));
			if (gathering.isEmpty()) {
				return Map.of();
			}
			SheetKey key = gathering.values().iterator().next().address().key();
			Map<Integer, ReportSums> sums = new HashMap<>();
			for (Total total : totals.totals(key.regime(), key.period(), key.period(), List.copyOf(gathering.keySet()))) {
				ReportSums found = of(gathering.get(total.unit()), own.getOrDefault(total.unit(), Map.of()), total);
				if (found != null) {
					sums.put(total.unit(), found);
				}
			}
			return sums;
		}

		@Nullable ReportSums of(ReportForm form, Map<Integer, BigDecimal> own, @Nullable Total total) {
			if (total == null || cells.of(form.address().regime().number()).stream().noneMatch(cell -> total.count(cell) > (own.containsKey(cell.position()) ? 1 : 0))) {
				return null;
			}
			Map<Integer, BigDecimal> amounts = new HashMap<>();
			cells.of(form.address().regime().number()).forEach(cell -> {
				BigDecimal amount = total.amount(cell);
				if (amount != null) {
					amounts.put(cell.position(), amount);
				}
			});
			Map<String, BigDecimal> sums = new HashMap<>(computed.summed(form, amounts));
			form.formulas().cells().forEach((id, cell) -> {
				if (cell.place() != null && amounts.containsKey(cell.place().position())) {
					sums.put(id, amounts.get(cell.place().position()));
				}
			});
			return new ReportSums(amounts, sums, Arrays.stream(total.counts()).max().orElse(0));
		}

	}

}
