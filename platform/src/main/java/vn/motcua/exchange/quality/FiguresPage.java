package vn.motcua.exchange.quality;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import vn.motcua.site.Page;
import vn.motcua.site.component.Status;

/** Words of figures as the pages show them. */
public final class FiguresPage {

	public static final String HREF = "/quan-tri/lien-thong/so-lieu";

	private static final int GOOD = 80;

	private static final int FAIR = 50;

	private FiguresPage() {
	}

	public static String href(String agency) {
		return HREF + "/" + agency;
	}

	public static String href(String agency, Sign sign) {
		return href(agency) + "/dau-hieu/" + sign.key();
	}

	/** "40 giây", "3 giờ", "2 ngày": the largest unit that gives at least two. */
	public static String span(Page page, long seconds) {
		if (seconds >= 2 * 86_400) {
			return page.t("exchange.span.days", "n", page.number(seconds / 86_400));
		}
		if (seconds >= 2 * 3_600) {
			return page.t("exchange.span.hours", "n", page.number(seconds / 3_600));
		}
		return seconds >= 120 ? page.t("exchange.span.minutes", "n", page.number(seconds / 60)) : page.t("exchange.span.seconds", "n", page.number(seconds));
	}

	public static String median(Page page, Lag lag) {
		return lag.lines() == 0 ? "–" : span(page, lag.medianSeconds());
	}

	public static String p95(Page page, Lag lag) {
		return lag.lines() == 0 ? "–" : span(page, lag.p95Seconds());
	}

	public static String most(Page page, Lag lag) {
		return lag.lines() == 0 ? "–" : span(page, lag.mostSeconds());
	}

	public static String percent(Page page, double share) {
		Locale locale = page.english() ? Locale.ENGLISH : Locale.of("vi", "VN");
		return String.format(locale, page.english() ? "%.1f%%" : "%.1f\u00a0%%", 100 * share);
	}

	public static Status status(@Nullable Integer score) {
		return score == null ? Status.NEW : score >= GOOD ? Status.ON_TIME : score >= FAIR ? Status.SOON : Status.OVERDUE;
	}

	public static String scoreWord(Page page, @Nullable Integer score) {
		return page.t("exchange.score." + (score == null ? "none" : score >= GOOD ? "good" : score >= FAIR ? "fair" : "poor"));
	}

	/** What was seen in a line, with moments as the reader's language writes them. */
	public static String words(Page page, Sign sign, SignLine line) {
		Map<String, Object> values = new TreeMap<>();
		line.words().forEach((name, value) -> values.put(name, moment(page, value)));
		return page.t("exchange.sign." + sign.key() + ".seen", values);
	}

	private static String moment(Page page, String value) {
		try {
			Instant at = Instant.parse(value);
			return page.dateTime(at);
		}
		catch (DateTimeParseException another) {
			return value;
		}
	}

	/** Parameters of a rule as they stand in its file. */
	public static String parameters(Page page, SignRule rule) {
		StringBuilder own = new StringBuilder();
		new TreeMap<>(rule.limits()).forEach((name, value) -> own.append("; ").append(page.t("exchange.rule.limit." + name)).append(' ').append(number(page, value)));
		return page.t("exchange.rule.parameters", "weight", rule.weight(), "least", page.number(rule.least()), "of", page.number(rule.of()), "from", percent(page, rule.from()),
				"full", percent(page, rule.full())) + own;
	}

	private static String number(Page page, double value) {
		return page.number(java.math.BigDecimal.valueOf(value));
	}

}
