package vn.motcua.catalogue.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import vn.motcua.catalogue.ServiceVersion.PriceTable;
import vn.motcua.kernel.LocalizedText;

/** Tables of rates and prices, row by row; beyond a number of rows only how many. */
final class TableComparison {

	private static final int MOST_ROWS = 30;

	private final Changes changes;

	TableComparison(Changes changes) {
		this.changes = changes;
	}

	void between(Map<String, PriceTable> before, Map<String, PriceTable> after) {
		TreeSet<String> names = new TreeSet<>(before.keySet());
		names.addAll(after.keySet());
		for (String name : names) {
			PriceTable old = before.get(name);
			PriceTable young = after.get(name);
			if (old == null || young == null) {
				changes.value(Words.t("table"), old == null ? null : LocalizedText.same(name), young == null ? null : LocalizedText.same(name));
			}
			else if (!Objects.equals(old, young)) {
				rows(Words.t("table.row", "table", name), Words.t("table.rows", "table", name), lines(old), lines(young));
			}
		}
	}

	private void rows(LocalizedText row, LocalizedText all, List<LocalizedText> before, List<LocalizedText> after) {
		List<LocalizedText> gone = new ArrayList<>(before);
		gone.removeAll(new java.util.HashSet<>(after));
		List<LocalizedText> added = new ArrayList<>(after);
		added.removeAll(new java.util.HashSet<>(before));
		if (gone.size() + added.size() > MOST_ROWS) {
			changes.value(all, Words.t("table.count", "rows", before.size(), "different", gone.size()), Words.t("table.count", "rows", after.size(), "different", added.size()));
		}
		else if (gone.isEmpty() && added.isEmpty()) {
			changes.opaque(Words.t("table.order", "rows", all), before, after);
		}
		else {
			changes.texts(row, gone, added);
		}
	}

	/** A row as "channel online, amount 115000", without what is empty. */
	private static List<LocalizedText> lines(PriceTable table) {
		return table.rows().stream().map(row -> LocalizedText.same(table.columns().stream().filter(column -> !row.getOrDefault(column, "").isEmpty())
			.map(column -> column + " " + row.get(column)).reduce((one, two) -> one + ", " + two).orElse("–"))).toList();
	}

}
