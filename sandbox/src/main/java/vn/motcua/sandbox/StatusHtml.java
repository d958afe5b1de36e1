package vn.motcua.sandbox;

import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The one page of the system: what it holds, what the platform answered, and the switches. Works without script and on a small phone. */
final class StatusHtml {

	private static final String STYLE = """
			body{font:16px/1.5 system-ui,sans-serif;color:#1b1b1f;background:#fff;margin:0;padding:1rem;max-width:60rem}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
			table{border-collapse:collapse;width:100%}.wide+.wide{margin-top:1.5rem}th,td{text-align:left;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #d8d4cc;vertical-align:top}
			td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}.wide{overflow-x:auto}.on{color:#b3261e;font-weight:600}.code{font-family:ui-monospace,monospace}
			button{font:inherit;padding:.3rem .8rem;border:1px solid #00655e;background:#00655e;color:#fff;border-radius:3px}button.off{background:#fff;color:#00655e}
			button:focus,a:focus,input:focus{outline:3px solid #ffc845;outline-offset:1px}a{color:#0b5cad}input{font:inherit;padding:.3rem;max-width:100%}.bad{color:#b3261e}
			""";

	private static final int LATEST = 20;

	private final Sandbox sandbox;

	private final Words words;

	private final NumberFormat numbers;

	private final DateTimeFormatter moments;

	private final StringBuilder html = new StringBuilder();

	StatusHtml(Sandbox sandbox, Words words) {
		this.sandbox = sandbox;
		this.words = words;
		Locale locale = Locale.forLanguageTag(words.language().equals("vi") ? "vi-VN" : "en-GB");
		this.numbers = NumberFormat.getIntegerInstance(locale);
		this.moments = DateTimeFormatter.ofPattern(words.language().equals("vi") ? "dd/MM/yyyy HH:mm:ss" : "d MMM yyyy HH:mm:ss", locale).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
	}

	String text() {
		Now now = sandbox.clocks();
		String other = words.language().equals("vi") ? "en" : "vi";
		html.append("<!doctype html><html lang=\"").append(words.language()).append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
			.append(escaped(words.text("title"))).append("</title><style>").append(STYLE).append("</style></head><body><main><h1>").append(escaped(words.text("title")))
			.append("</h1><p>").append(escaped(words.text("lead", sandbox.settings().platform(), sandbox.settings().clientId(), sandbox.settings().way().name().toLowerCase(Locale.ROOT))))
			.append(" <a href=\"?lang=").append(other).append("\" lang=\"").append(other).append("\">").append(escaped(words.text("other-language"))).append("</a></p><p>")
			.append(escaped(words.text("now", moments.format(now.lived())))).append("</p>");
		sandbox.trouble().ifPresent(trouble -> html.append("<p class=\"bad\" role=\"status\">").append(escaped(words.text("trouble", trouble))).append("</p>"));
		holds(now);
		answered(now);
		switches();
		compared();
		inbox();
		latest(now);
		return html.append("</main></body></html>\n").toString();
	}

	private void holds(Now now) {
		heading("holds");
		head("agency", "dossiers", "portal", "steps", "supplements", "paid");
		for (VendorStore.Held held : sandbox.store().held(now)) {
			row(Stream.concat(Stream.of(held.agency()), Stream.of(held.dossiers(), held.onPortal(), held.steps(), held.supplements(), held.paidVnd()).map(numbers::format)).toList());
		}
		end();
	}

	private void answered(Now now) {
		heading("answered");
		head("state", "steps");
		for (Map.Entry<String, Long> state : sandbox.store().states(now).entrySet()) {
			row(List.of(words.text("state." + state.getKey()), numbers.format(state.getValue())));
		}
		end();
		Map<String, Long> rules = sandbox.store().rules();
		if (!rules.isEmpty()) {
			head("rule", "steps");
			rules.forEach((rule, count) -> row(List.of(rule, numbers.format(count))));
			end();
		}
	}

	private void switches() {
		heading("failures");
		html.append("<div class=\"wide\"><table><tbody>");
		for (Failure failure : Failure.values()) {
			boolean on = sandbox.failures().on(failure);
			html.append("<tr><td>").append(escaped(words.text("failure." + failure.word()))).append("<br><span class=\"").append(on ? "on" : "").append("\">")
				.append(escaped(words.text(on ? "is-on" : "is-off"))).append("</span> · ")
				.append(escaped(words.text("happened", numbers.format(sandbox.failures().counts().getOrDefault(failure, 0L))))).append("</td><td>");
			form(Map.of("failure", failure.word(), "on", String.valueOf(!on)), words.text(on ? "switch-off" : "switch-on"), words.text("failure." + failure.word()), on);
			html.append("</td></tr>");
		}
		end();
	}

	private void compared() {
		heading("compared");
		html.append("<p>").append(escaped(sandbox.compared().map(last -> words.text("compared.last", numbers.format(last.days()), numbers.format(last.same()), numbers.format(last.again()),
				numbers.format(last.other().size()))).orElse(words.text("compared.never")))).append("</p>");
		if (sandbox.settings().way() == Way.SYNC && !sandbox.settled()) {
			html.append("<p>").append(escaped(words.text("compare.waits"))).append("</p>");
		}
		else if (sandbox.settings().way() == Way.SYNC) {
			form(Map.of("do", "compare"), words.text("compare"), "", false);
		}
	}

	private void inbox() {
		heading("inbox");
		html.append("<p>").append(escaped(words.text("inbox.taken", numbers.format(sandbox.taken())))).append("</p>");
		if (!sandbox.webhook().answers().isEmpty()) {
			head("webhook", "times");
			sandbox.webhook().answers().forEach((code, count) -> row(List.of(String.valueOf(code), numbers.format(count.get()))));
			end();
		}
		html.append("<form method=\"post\" action=\"/control\"><input type=\"hidden\" name=\"lang\" value=\"").append(words.language()).append("\"><label>")
			.append(escaped(words.text("webhook.secret"))).append("<br><input name=\"webhook-secret\" type=\"password\" autocomplete=\"off\"></label> <button>")
			.append(escaped(words.text("keep"))).append("</button></form>");
	}

	private void latest(Now now) {
		heading("latest");
		head("code", "status", "at", "state", "rule");
		for (VendorStore.Latest step : sandbox.store().latest(now, LATEST)) {
			row(List.of(step.code(), String.valueOf(step.status()), moments.format(step.at()), words.text("state." + step.state()), step.rule() == null ? "" : step.rule()));
		}
		end();
	}

	private void form(Map<String, String> fields, String button, String of, boolean off) {
		html.append("<form method=\"post\" action=\"/control\"><input type=\"hidden\" name=\"lang\" value=\"").append(words.language()).append("\">");
		fields.forEach((name, value) -> html.append("<input type=\"hidden\" name=\"").append(name).append("\" value=\"").append(value).append("\">"));
		html.append("<button").append(off ? " class=\"off\"" : "").append(of.isEmpty() ? "" : " aria-label=\"" + escaped(button + ": " + of) + "\"").append(">").append(escaped(button))
			.append("</button></form>");
	}

	private void heading(String key) {
		html.append("<h2>").append(escaped(words.text(key))).append("</h2>");
	}

	private void head(String... columns) {
		html.append("<div class=\"wide\"><table><thead><tr>");
		for (String column : columns) {
			html.append("<th scope=\"col\">").append(escaped(words.text("column." + column))).append("</th>");
		}
		html.append("</tr></thead><tbody>");
	}

	private void row(List<String> cells) {
		html.append("<tr>");
		cells.forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
		html.append("</tr>");
	}

	private void end() {
		html.append("</tbody></table></div>");
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
