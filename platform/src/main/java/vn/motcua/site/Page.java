package vn.motcua.site;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.problem.FieldProblem;

/**
 * What every template gets as its first parameter {@code page}: the reader's language and the words, forms of numbers and
 * times in it, who is signed in, and what the shell needs.
 */
public final class Page {

	public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private final Messages messages;

	private final Locale locale;

	private final String path;

	private final @Nullable Actor actor;

	private final Supplier<String> csrfToken;

	private final Assets assets;

	private final Shell shell;

	private boolean personal;

	Page(Messages messages, Locale locale, String path, @Nullable Actor actor, Supplier<String> csrfToken, Assets assets, Shell shell) {
		this.messages = messages;
		this.locale = locale;
		this.path = path;
		this.actor = actor;
		this.csrfToken = csrfToken;
		this.assets = assets;
		this.shell = shell;
	}

	/** A page that a tool draws outside of a request: nobody is signed in and nothing is navigated. */
	public static Page standing(Messages messages, Locale locale, String requestedUrl, Assets assets) {
		Shell shell = new Shell(List.of(), null, requestedUrl, false, true);
		return new Page(messages, locale, requestedUrl.split("\\?")[0], null, () -> "", assets, shell);
	}

	/** Words under a key; names and values in turn: {@code t("dossier.due", "date", page.date(due))}. */
	public String t(String key, Object... namesAndValues) {
		if (namesAndValues.length == 0) {
			return messages.text(locale, key);
		}
		Map<String, Object> values = new LinkedHashMap<>();
		for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
			values.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return messages.text(locale, key, values);
	}

	/** Words under a key; the text itself where there are none, for what people may call as they like. */
	public String tOr(String key, String otherwise) {
		return messages.has(key) ? messages.text(locale, key) : otherwise;
	}

	public String t(String key, Map<String, ?> values) {
		return messages.text(locale, key, values);
	}

	/** What is wrong with a field, in words; days as this reader writes them. */
	public String problem(FieldProblem problem) {
		Map<String, Object> values = new LinkedHashMap<>(problem.values());
		values.replaceAll((name, value) -> value instanceof LocalDate day ? date(day) : value);
		return messages.text(locale, "problem." + problem.code(), values);
	}

	public String text(LocalizedText text) {
		return text.in(locale);
	}

	public Locale locale() {
		return locale;
	}

	public boolean english() {
		return locale.getLanguage().equals("en");
	}

	/** 19/08/2020 in Vietnamese, 19 August 2020 in English. */
	public String date(LocalDate date) {
		return (english() ? DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH) : DateTimeFormatter.ofPattern("dd/MM/yyyy")).format(date);
	}

	public String date(Instant at) {
		return date(LocalDate.ofInstant(at, ZONE));
	}

	/** 14:30 on both. */
	public String time(Instant at) {
		return DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(ZONE));
	}

	/** 14:30 19/08/2020 in Vietnamese, 14:30 on 19 August 2020 in English. */
	public String dateTime(Instant at) {
		return time(at) + (english() ? " on " : " ") + date(at);
	}

	public String number(long value) {
		return NumberFormat.getIntegerInstance(english() ? Locale.ENGLISH : Locale.of("vi", "VN")).format(value);
	}

	/** 0,05 in Vietnamese, 0.05 in English; at most four digits after the sign. */
	public String number(BigDecimal value) {
		NumberFormat format = NumberFormat.getNumberInstance(english() ? Locale.ENGLISH : Locale.of("vi", "VN"));
		format.setMaximumFractionDigits(4);
		return format.format(value);
	}

	/** 200.000 đồng in Vietnamese, VND 200,000 in English. */
	public String money(long amountVnd) {
		return english() ? "VND " + number(amountVnd) : number(amountVnd) + " đồng";
	}

	public Optional<Actor> visitor() {
		return Optional.ofNullable(actor);
	}

	public boolean may(Permission permission) {
		return actor != null && actor.may(permission);
	}

	/** Path of this page without query. */
	public String path() {
		return path;
	}

	/** Value of the hidden field {@code _csrf}. Asking for it makes the page this visitor's own. */
	public String csrfToken() {
		personal = true;
		return csrfToken.get();
	}

	/** True when what was drawn is for this visitor only. */
	boolean personal() {
		return personal || actor != null || shell.flash() != null;
	}

	/** Content-hashed address of a file under {@code static/}, for example {@code asset("site.css")}. */
	public String asset(String name) {
		return assets.href(name);
	}

	public Shell shell() {
		return shell;
	}

}
