package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agency;
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
