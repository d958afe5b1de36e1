package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ReportWordsTests {

	@Test
	void tellsAFigureUnlikeThoseBefore() {
		List<BigDecimal> history = numbers(100, 104, 98, 101, 99, 103);
		assertThat(Outlier.of(new BigDecimal(1000), history)).get().extracting(Outlier::median).isEqualTo(new BigDecimal("100.5"));
		assertThat(Outlier.of(new BigDecimal(108), history)).isEmpty();
		assertThat(Outlier.of(new BigDecimal(1000), numbers(1, 2, 3, 4))).as("too little history").isEmpty();
		assertThat(Outlier.of(new BigDecimal(105), numbers(100, 100, 100, 100, 100))).as("a flat history does not cry at a small step").isEmpty();
		assertThat(Outlier.of(new BigDecimal(2), numbers(14, 14, 14, 14, 14))).as("small counts vary by chance").isEmpty();
	}

	@Test
	void oneWildPeriodDoesNotHideTheNext() {
		assertThat(Outlier.of(new BigDecimal(9_000), numbers(100, 104, 9_999, 101, 99, 103))).isPresent();
	}

	@Test
	void readsTheLittleMarkupAndFillsFiguresIn() {
		PlainRichText text = PlainRichText.of("## Chung\nTiếp nhận **{HS01}** hồ sơ,\nhết *quá hạn*.\n\n- {HS02[SEX=F]}\n- <b>{KHONGCO}</b>",
				Map.of("HS01", "1.234", "HS02[SEX=F]", "…")::get);
		assertThat(text.blocks()).extracting(PlainRichText.Block::kind).containsExactly("h", "p", "li", "li");
		assertThat(text.blocks().get(1).runs()).containsExactly(new PlainRichText.Run("Tiếp nhận ", false, false), new PlainRichText.Run("1.234", true, false),
				new PlainRichText.Run(" hồ sơ, hết ", false, false), new PlainRichText.Run("quá hạn", false, true), new PlainRichText.Run(".", false, false));
		assertThat(text.blocks().getLast().runs()).containsExactly(new PlainRichText.Run("<b>{KHONGCO}</b>", false, false));
	}

	/** A billion digits in eleven characters would be written out on the page. */
	@Test
	void rowsTakePlainDecimalsOnly() {
		var growing = SampleForm.TEMPLATE.tables().get(1);
		assertThat(Words.problem(growing, "so", "1E999999999")).contains("reporting.number");
		assertThat(Words.problem(growing, "so", "1e1")).contains("reporting.number");
		assertThat(Words.problem(growing, "so", "-12")).isEmpty();
		assertThat(Words.problem(growing, "so", "0.5")).contains("reporting.number");
	}

	@Test
	void explainsOnlyWhatACheckOfTheFormCanFind() {
		ReportForm form = SampleForm.of("H05.1");
		assertThat(explaining(form, "outlier:1")).isEmpty();
		assertThat(explaining(form, "outlier:99")).hasSize(1);
		assertThat(explaining(form, "rule:KHONGCO")).hasSize(1);
	}

	private static List<vn.motcua.kernel.problem.FieldProblem> explaining(ReportForm form, String code) {
		return Words.problems(form, new EntryDesk.Changes(List.of(), List.of(new ReportText.Change(ReportText.Kind.EXPLANATION, code, "Vì thế.", 0)), List.of()));
	}

	private static List<BigDecimal> numbers(int... values) {
		return java.util.Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
	}

}
