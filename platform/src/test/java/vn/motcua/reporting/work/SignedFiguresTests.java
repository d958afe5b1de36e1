package vn.motcua.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets.Sheet;

/** What a signature covers is one text, and comes back from it as it was. */
class SignedFiguresTests {

	private static final List<Cell> CELLS = List.of(new Cell(0, new IndicatorCode("LD0301"), Breakdown.WHOLE, 1, Aggregation.SUM, null));

	private static final Sheet SHEET = new Sheet(new SheetKey(1, LocalDate.of(2026, 12, 1), new AgencyId(7)), 3, Map.of(0, new BigDecimal("12.50")), Instant.EPOCH);

	@Test
	void aReportWithoutWordsSaysItsFiguresOnly() {
		assertThat(SignedFigures.of("A/2026-12/7", SHEET, CELLS, null, Map.of()).text()).isEqualTo("A/2026-12/7|3\nown|LD0301||12.5\n");
	}

	@Test
	void wordsComeBackWhateverStandsInThem() {
		Map<String, String> words = new LinkedHashMap<>();
		words.put("B1.R1.W1", "Dòng một\nown|LD0301||99\\n|");
		words.put("B1.R2.W1", "\\p \\\\ hết\\");
		SignedFigures signed = SignedFigures.of("A/2026-12/7", SHEET, CELLS, null, words);
		assertThat(signed.text().lines()).as("nobody makes a figure of words").hasSize(4).filteredOn(line -> line.startsWith("own|")).hasSize(1);
		SignedFigures read = SignedFigures.read(signed.text());
		assertThat(read.words()).containsExactlyEntriesOf(words);
		assertThat(read.text()).isEqualTo(signed.text());
	}

}
