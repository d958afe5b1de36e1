package vn.motcua.reporting.analysis;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.PeriodType;
import vn.motcua.site.Page;

/** An answer as its page draws it. */
public record AnalysisView(Answer answer, AnalysisForm form) {

	public static final int ROWS_SHOWN = 100;

	private static final int MOST_BARS = 70;

	private static final int MOST_LINES = 8;

	public List<Answer.Row> shown() {
		int from = Math.min(form.row(), answer.rows().size());
		return answer.rows().subList(from, Math.min(answer.rows().size(), from + ROWS_SHOWN));
	}

	public @Nullable String next() {
		return form.row() + ROWS_SHOWN >= answer.rows().size() ? null : href(form.view()) + "&hang=" + (form.row() + ROWS_SHOWN);
	}

	public String href(String view) {
		return "/bao-cao/phan-tich?" + answer.question().query() + "&view=" + view;
	}

	public String file(String format) {
		return "/bao-cao/phan-tich/tai-ve?" + answer.question().query() + "&format=" + format;
	}

	/** The period that pictures of one period show: the one asked for, else the last with figures. */
	public int column() {
		for (int c = 0; c < answer.columns().size(); c++) {
			if (answer.columns().get(c).code().equals(form.column())) {
				return c;
			}
		}
		for (int c = answer.columns().size() - 1; c > 0; c--) {
			int place = c;
			if (values().stream().anyMatch(row -> row.value(place) != null)) {
				return c;
			}
		}
		return 0;
	}

	/** Rows of the first indicator, its values alone. */
	public List<Answer.Row> values() {
		return answer.measures().isEmpty() ? List.of()
				: answer.rows().stream().filter(row -> row.figure() == Figure.VALUE && row.measure().equals(answer.measures().getFirst())).toList();
	}

	/** As {@link #values}, the highest first; those without a figure last. */
	public List<Answer.Row> ranked() {
		int column = column();
		return values().stream().sorted(Comparator.comparing((Answer.Row row) -> row.value(column), Comparator.nullsLast(Comparator.reverseOrder()))).limit(ROWS_SHOWN).toList();
	}

	public List<Charts.Bar> bars() {
		int column = column();
		return Charts.bars(values().stream().filter(row -> row.value(column) != null).limit(MOST_BARS).toList(), column);
	}

	public List<Charts.Line> lines() {
		return Charts.lines(answer.rows().stream().filter(row -> row.figure() == Figure.VALUE).filter(AnalysisView::any).limit(MOST_LINES).toList(), answer.columns().size());
	}

	private static boolean any(Answer.Row row) {
		return java.util.Arrays.stream(row.amounts()).anyMatch(amount -> amount != vn.motcua.reporting.Totals.EMPTY);
	}

	public List<Tiles.Tile> tiles() {
		return answer.columns().isEmpty() ? List.of() : Tiles.of(values(), column(), answer.question().asOf() != null ? answer.question().asOf() : answer.columns().get(column()).to());
	}

	public boolean byProvince() {
		return values().stream().anyMatch(row -> row.unit().level() == UnitLevel.PROVINCE);
	}

	public static String number(Page page, Answer.Row row, int column) {
		return number(page, row.value(column), row.decimals());
	}

	public static String number(Page page, @Nullable BigDecimal value, int decimals) {
		if (value == null) {
			return "–";
		}
		NumberFormat format = NumberFormat.getNumberInstance(page.english() ? Locale.ENGLISH : Locale.of("vi", "VN"));
		format.setMinimumFractionDigits(Math.min(decimals, 2));
		format.setMaximumFractionDigits(6);
		return format.format(value);
	}

	/** Words that stand beside a figure; empty when there is nothing to say. */
	public static String notes(Page page, Answer.Row row, int column) {
		List<String> words = new ArrayList<>();
		for (Flag flag : Flag.values()) {
			if (flag.in(row.flags(column)) && flag != Flag.SYNTHETIC && flag != Flag.OFFICIAL && flag != Flag.MISSING) {
				words.add(flag == Flag.PROVISIONAL && row.expected()[column] > 0
						? page.t("reporting.analysis.flag.provisional.of", "sent", page.number(row.sent()[column]), "expected", page.number(row.expected()[column]))
						: page.t("reporting.analysis.flag." + flag.word()));
			}
		}
		return String.join(", ", words);
	}

	public String lines(Answer.Row row, int column) {
		return row.lines(answer.question(), answer.type(), answer.columns().get(column));
	}

	/** 11/2026 for a month, else as it is written. */
	public static String period(PeriodType type, String code) {
		return type == PeriodType.MONTH && code.length() == 7 ? code.substring(5) + "/" + code.substring(0, 4) : code;
	}

}
