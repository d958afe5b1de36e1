package vn.motcua.catalogue.compare;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.FeeFormula;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.calendar.TimeLimit;
import vn.motcua.site.Messages;

/** Words of the comparison, in both languages at once. */
final class Words {

	private static final Locale VI = Locale.of("vi", "VN");

	private static final Messages MESSAGES = Messages.load();

	private Words() {
	}

	/** {@code catalogue.diff.KEY} with texts as values: {@code t("time", "case", name)}. */
	static LocalizedText t(String key, Object... namesAndValues) {
		return words("catalogue.diff." + key, namesAndValues);
	}

	static LocalizedText words(String key, Object... namesAndValues) {
		return both(locale -> {
			Map<String, Object> values = new HashMap<>();
			for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
				values.put((String) namesAndValues[i], namesAndValues[i + 1] instanceof LocalizedText text ? text.in(locale) : namesAndValues[i + 1]);
			}
			return MESSAGES.text(locale, key, values);
		});
	}

	static LocalizedText both(Function<Locale, String> saying) {
		return new LocalizedText(saying.apply(VI), saying.apply(Locale.ENGLISH));
	}

	/** A plain text, said as it stands; an empty one as "nothing". */
	static LocalizedText plain(@Nullable Object text) {
		return text == null || text.toString().isBlank() ? t("nothing") : LocalizedText.same(text.toString());
	}

	static LocalizedText feel(String expression) {
		return switch (expression.strip()) {
			case "true" -> t("always");
			case "false" -> t("never");
			default -> LocalizedText.same("«" + expression + "»");
		};
	}

	static LocalizedText join(Collection<LocalizedText> texts) {
		return texts.isEmpty() ? t("nothing") : both(locale -> String.join(", ", texts.stream().map(text -> text.in(locale)).toList()));
	}

	static LocalizedText money(BigDecimal amount) {
		return both(locale -> locale.equals(VI) ? number(amount, locale) + " đồng" : "VND " + number(amount, locale));
	}

	static LocalizedText number(BigDecimal value) {
		return both(locale -> number(value, locale));
	}

	private static String number(BigDecimal value, Locale locale) {
		NumberFormat format = NumberFormat.getNumberInstance(locale);
		format.setMaximumFractionDigits(4);
		return format.format(value);
	}

	static LocalizedText channel(Channel channel) {
		return words("catalogue.channel." + channel.name().toLowerCase(Locale.ROOT));
	}

	static LocalizedText limit(TimeLimit limit) {
		String unit = limit.unit().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return words("catalogue.limit." + unit + (limit.amount() == 1 ? ".one" : ""), "amount", limit.amount());
	}

	/** Once when it is the same on every channel, else by channel. */
	static LocalizedText limits(Map<Channel, TimeLimit> limits) {
		List<TimeLimit> different = limits.values().stream().distinct().toList();
		return different.size() == 1 ? limit(different.getFirst())
				: join(new TreeMap<>(limits).entrySet().stream().map(entry -> t("of", "what", channel(entry.getKey()), "value", limit(entry.getValue()))).toList());
	}

	static LocalizedText period(FeeFormula.Period period) {
		if (period.from() == null && period.until() == null) {
			return t("always");
		}
		return period.until() == null ? t("from", "day", day(period.from())) : t("from-until", "day", day(period.from()), "until", day(period.until()));
	}

	static LocalizedText day(@Nullable LocalDate day) {
		return day == null ? LocalizedText.same("…") : LocalizedText.same("%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()));
	}

}
