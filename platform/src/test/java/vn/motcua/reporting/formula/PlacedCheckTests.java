package vn.motcua.reporting.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.Template.TableCell;

/** Two rows with figures in C1 and C-2, and a reason in W1; a third with a reason and no figure. */
class PlacedCheckTests {

	private static final Template TEMPLATE = new Template(List.of(table()), List.of(new Template.Narrative("N1", text("Tình hình"), null, false, false)), List.of());

	@Test
	void aColumnOfWordsIsAskedForRowByRow() {
		assertThat(placed("@C1 = 0", "B1.W1")).extracting(PlacedCheck::id, PlacedCheck::rule, PlacedCheck::words)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("K1:R1", "A0[SEX=F] = 0", "B1.R1.W1"), org.assertj.core.groups.Tuple.tuple("K1:R2", "A0[SEX=M] = 0", "B1.R2.W1"));
		assertThat(placed("abs(@C1 - prev(@C1)) <= 10", "B1.W1").getLast().rule()).isEqualTo("abs(A0[SEX=M] - prev(A0[SEX=M])) <= 10");
		assertThat(placed("A0[SEX=F] > 0", "B1.W1")).as("a rule that reads no figure of the row").hasSize(3);
	}

	@Test
	void aHyphenBelongsToTheCodeOrIsAMinus() {
		assertThat(placed("@C-2 > 0", "B1.R1.W1").getFirst().rule()).isEqualTo("B0 > 0");
		assertThat(placed("@C1-10 > 0 or @C1-@C-2 > 0", "B1.R1.W1").getFirst().rule()).isEqualTo("A0[SEX=F]-10 > 0 or A0[SEX=F]-B0 > 0");
	}

	@Test
	void oneCellOrASectionIsAskedForOnce() {
		assertThat(placed("@C1 = 0", "B1.R2.W1")).extracting(PlacedCheck::id, PlacedCheck::words).containsExactly(org.assertj.core.groups.Tuple.tuple("K1", "B1.R2.W1"));
		assertThat(placed("B0 = 0", "N1")).extracting(PlacedCheck::section, PlacedCheck::words).containsExactly(org.assertj.core.groups.Tuple.tuple("N1", null));
		assertThat(placed("B0 = 0", "")).extracting(PlacedCheck::section, PlacedCheck::words).containsExactly(org.assertj.core.groups.Tuple.tuple(null, null));
	}

	@Test
	void whatIsNoPlaceForWordsIsTold() {
		for (String asks : List.of("N9", "B1", "B1.C1", "B1.R9.W1", "B9.W1", "B1.R1.W1.X", ".")) {
			assertThat(findings("B0 = 0", asks)).as(asks).containsExactly("asks");
		}
		assertThat(findings("@C9 = 0", "B1.W1")).containsExactly("asks-column");
		assertThat(findings("@C1 = 0", "B1.R3.W1")).as("a row without that figure").containsExactly("asks-column");
		assertThat(findings("@C1 +", "B1.W1")).as("once for all rows").hasSize(1);
		assertThat(findings("@C1 = 0", "")).as("no row to read from").containsExactly("sign");
		assertThat(findings("@C1 = 0", "B1.W1")).isEmpty();
	}

	private static List<PlacedCheck> placed(String rule, String asks) {
		return PlacedCheck.of(TEMPLATE, new Template.Check("K1", rule, text("Lời"), false, asks));
	}

	private static List<String> findings(String rule, String asks) {
		Template with = new Template(TEMPLATE.tables(), TEMPLATE.narratives(), List.of(new Template.Check("K1", rule, text("Lời"), false, asks)));
		return new ArrayList<>(TemplateFormulas.of(with, _ -> Optional.empty()).findings().stream().map(found -> found.finding().rule()).toList());
	}

	private static Template.Table table() {
		List<Template.Column> columns = List.of(column("C1", "number"), column("C-2", "number"), column("W1", "text"));
		List<Template.Row> rows = List.of(new Template.Row("R1", null, text("Nữ"), 0), new Template.Row("R2", null, text("Nam"), 0), new Template.Row("R3", null, text("Khác"), 0));
		return new Template.Table("B1", text("Biểu"), columns, rows, List.of(figure("R1", "C1", "A0", "SEX=F"), figure("R2", "C1", "A0", "SEX=M"), figure("R1", "C-2", "B0", ""),
				TableCell.words("R1", "W1", false), TableCell.words("R2", "W1", false), TableCell.words("R3", "W1", false)), 0);
	}

	private static TableCell figure(String row, String column, String indicator, String part) {
		return new TableCell(row, column, new IndicatorCode(indicator), new Breakdown(part), null, false);
	}

	private static Template.Column column(String code, String kind) {
		return new Template.Column(code, List.of(text(code)), kind, List.of(), 0);
	}

	private static LocalizedText text(String text) {
		return LocalizedText.same(text);
	}

}
