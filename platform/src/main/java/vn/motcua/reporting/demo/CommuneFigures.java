package vn.motcua.reporting.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import vn.motcua.agency.Agency;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.analysis.DemoFigures;

/** Made-up figures of a commune for a month, of a believable size and the same every time. */
final class CommuneFigures {

	/** About what a commune of middling size has in a month. */
	private static final Map<String, Integer> USUAL = Map.of("KD0108", 14, "LD0203", 65, "XH0601", 3, "XH0604", 1, "HC0201", 430, "HC0203", 260);

	private static final String SENT_ON = "HC0203";

	private static final String SIGNED = "HC0202";

	private CommuneFigures() {
	}

	static List<CellChange> of(Agency commune, String period, List<Cell> cells) {
		List<CellChange> figures = new ArrayList<>();
		for (Cell cell : cells) {
			String indicator = cell.indicator().value();
			if (USUAL.containsKey(indicator)) {
				figures.add(new CellChange(cell.position(), BigDecimal.valueOf(figure(commune, period, indicator)), null));
			}
			else if (indicator.equals(SIGNED)) {
				double share = 0.88 + 0.12 * DemoFigures.random(commune.code() + period + indicator);
				figures.add(new CellChange(cell.position(), BigDecimal.valueOf(Math.round(figure(commune, period, SENT_ON) * share)), null));
			}
		}
		return figures;
	}

	private static long figure(Agency commune, String period, String indicator) {
		double size = 0.4 + 1.4 * DemoFigures.random(commune.code());
		double month = 0.7 + 0.6 * DemoFigures.random(commune.code() + period + indicator);
		return Math.round(USUAL.get(indicator) * size * month);
	}

}
