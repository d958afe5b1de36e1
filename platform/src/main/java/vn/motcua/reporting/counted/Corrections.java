package vn.motcua.reporting.counted;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Findings;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;

/** What a report says beside what was counted for it. */
@Component
class Corrections {

	private final Cells cells;

	private final Sheets sheets;

	private final CountedStore counted;

	private final Findings findings;

	Corrections(Cells cells, Sheets sheets, CountedStore counted, Findings findings) {
		this.cells = cells;
		this.sheets = sheets;
		this.counted = counted;
		this.findings = findings;
	}

	/** Empty where the figure is as it was counted. */
	Optional<Correction> of(SheetKey key, IndicatorCode indicator, Breakdown breakdown) {
		Optional<Cell> cell = cells.find(key.regime(), indicator, breakdown);
		BigDecimal count = cell.map(place -> counted.of(key).get(place.position())).orElse(null);
		if (count == null) {
			return Optional.empty();
		}
		BigDecimal stands = sheets.sheet(key).amounts().get(cell.get().position());
		return stands != null && stands.compareTo(count) == 0 ? Optional.empty() : Optional.of(new Correction(stands, count, explanation(key, cell.get().position())));
	}

	private @Nullable String explanation(SheetKey key, int position) {
		return findings.of(key).stream().filter(finding -> finding.code().equals("counted:" + position)).findFirst().map(Findings.Finding::explanation).orElse(null);
	}

}
