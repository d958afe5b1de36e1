package vn.motcua.reporting.work.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.work.Counts;
import vn.motcua.reporting.work.LevelCompleteness;
import vn.motcua.site.Page;
import vn.motcua.site.component.Choice;
import vn.motcua.site.component.Column;
import vn.motcua.site.component.Status;

/**
 * Completeness and timeliness.
 *
 * @param regime {@code null} for the table of all regimes
 * @param parent the province whose communes are ranked, or whose agencies alone are looked at in the table of all regimes; empty for none
 * @param levels the own reports of each level under the regime
 */
public record DisciplinePage(List<Regime> regimes, @Nullable Regime regime, String level, LocalDate from, LocalDate to, String parent, List<Choice> provinces,
		List<LevelCompleteness.OfLevel> levels, List<Ranked> rows) {

	/** @param rank the same for the same shares; @param href what the row opens to, {@code null} for nothing */
	public record Ranked(int rank, String code, LocalizedText name, Counts counts, @Nullable String href) {
	}

	public static final List<String> LEVELS = List.of("province", "ministry", "district", "commune");

	public String query() {
		return "che-do=" + (regime == null ? "" : regime.code()) + "&cap=" + level + "&tu=" + from + "&den=" + to + (parent.isEmpty() ? "" : "&don-vi=" + parent);
	}

	private static String percent(Page page, double share) {
		BigDecimal percent = BigDecimal.valueOf(100 * share).setScale(1, RoundingMode.HALF_UP);
		return page.number(percent) + (page.english() ? "%" : "\u00a0%");
	}

	/** Columns of counts after those that say whose they are. */
	public static List<Column> columns(Page page, Column... heads) {
		Stream<Column> counts = Stream.of("expected", "due-by-now", "sent", "on-time", "late", "missing", "completeness").map(word -> Column.number(page.t("reporting.work." + word)));
		return Stream.of(Stream.of(heads), counts, Stream.of(Column.of(page.t("reporting.work.timeliness")))).flatMap(columns -> columns).toList();
	}

	/** A share in words; a dash where nothing was due. */
	public static String share(Page page, Counts counts, double share) {
		return counts.due() == 0 ? "–" : percent(page, share);
	}

	public static Status status(Counts counts) {
		if (counts.due() == 0) {
			return Status.PAUSED;
		}
		return counts.timeliness() >= 0.9 ? Status.ON_TIME : counts.timeliness() >= 0.7 ? Status.SOON : Status.OVERDUE;
	}

	public static String word(Page page, Counts counts) {
		return page.t("reporting.work.discipline." + (counts.due() == 0 ? "not-due" : counts.timeliness() >= 0.9 ? "good" : counts.timeliness() >= 0.7 ? "fair" : "poor"));
	}

}
