package vn.motcua.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.motcua.agent.source.Finding;
import vn.motcua.sdk.PrometheusText;

/** Draws the status page: plain HTML that a small phone reads, without script. */
final class StatusHtml {

	private static final int SHOWN = 200;

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

	private static final String STYLE = """
			body{font:16px/1.5 system-ui,sans-serif;color:#1B1B1F;background:#fff;margin:0}
			header{background:#8C1D18;color:#fff;padding:12px 16px}header h1{font-size:1.3rem;margin:0;display:inline}header a{color:#fff;float:right}
			main{padding:0 16px 32px;max-width:60rem}h2{font-size:1.15rem;margin:24px 0 8px}
			table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:6px 12px 6px 0;border-bottom:1px solid #d8d3ca;vertical-align:top}td{overflow-wrap:anywhere}.facts th{width:55%;font-weight:400}
			td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}a{color:#0B5CAD}
			.good{color:#1E7B34;font-weight:600}.bad{color:#B3261E;font-weight:600}.wide{overflow-x:auto}
			@media(max-width:40rem){table.cards thead{display:none}table.cards td{display:block;border:0;padding:2px 0}table.cards tr{display:block;border-bottom:1px solid #d8d3ca;padding:8px 0}}
			""";

	private final PrometheusText metrics;

	private final AgentState state;

	private final String rejectedFile;

	StatusHtml(PrometheusText metrics, AgentState state, String rejectedFile) {
		this.metrics = metrics;
		this.state = state;
		this.rejectedFile = rejectedFile;
	}

	/**
	 * @param trouble why it is not in order, empty when it is
	 * @param oldest when the line that waits longest was put
	 * @param latest when the latest change happened that was read
	 */
	String page(Words words, Optional<String> trouble, long pending, Optional<Instant> oldest, @Nullable Instant latest) {
		StringBuilder html = new StringBuilder("<!doctype html><html lang=\"" + words.language() + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
				+ words.text("title") + "</title><style>" + STYLE + "</style></head><body><header><h1>" + words.text("title") + "</h1><a lang=\""
				+ (words.language().equals("vi") ? "en\" href=\"/?lang=en" : "vi\" href=\"/?lang=vi") + "\">" + words.text("other") + "</a></header><main>");
		html.append("<h2>").append(words.text("sending")).append("</h2><table class=\"facts\">");
		String how = trouble.map(why -> "<span class=\"bad\">✕ " + escaped(words.text("trouble", why)) + "</span>")
			.orElse("<span class=\"good\">✓ " + words.text("works") + "</span>");
		html.append("<tr><th scope=\"row\">").append(words.text("status")).append("</th><td>").append(how).append("</td></tr>");
		fact(html, words.text("latest"), latest == null ? words.text("none") : MOMENT.format(latest));
		fact(html, words.text("sent"), number(state.lineCount(), words));
		fact(html, words.text("pending"), number(pending, words));
		fact(html, words.text("lag"), oldest.map(since -> words.text("seconds", number(Duration.between(since, Instant.now()).toSeconds(), words))).orElse(words.text("none")));
		for (String outcome : List.of("applied", "duplicate", "stale", "rejected")) {
			fact(html, words.text(outcome, rejectedFile) + " (" + words.text("since") + ")", number(metrics.count("motcua_sdk_lines_" + outcome + "_total"), words));
		}
		fact(html, words.text("inbox") + " (" + words.text("since") + ")", number(metrics.count(InboxCourier.FETCHED), words));
		html.append("</table>");
		findings(html, words);
		compared(html, words);
		return html.append("</main></body></html>").toString();
	}

	private void findings(StringBuilder html, Words words) {
		html.append("<h2>").append(words.text("findings")).append("</h2>");
		int count = state.findingCount();
		if (count == 0) {
			html.append("<p>").append(words.text("findings.none")).append("</p>");
			return;
		}
		html.append("<p>").append(words.text("findings.count", number(count, words))).append(" <a href=\"/findings.csv\">").append(words.text("findings.csv")).append("</a></p>");
		html.append("<table class=\"cards\"><thead><tr><th>").append(words.text("where")).append("</th><th>").append(words.text("meaning")).append("</th></tr></thead>");
		for (Finding finding : state.findings(SHOWN)) {
			String[] where = words.finding(finding).split(" " + finding.rule() + ": ", 2);
			html.append("<tr><td>").append(escaped(where[0])).append("</td><td>").append(escaped(where[1])).append("</td></tr>");
		}
		html.append("</table>");
	}

	private void compared(StringBuilder html, Words words) {
		html.append("<h2>").append(words.text("compared")).append("</h2>");
		Map<String, String> days = state.compared(SHOWN);
		if (days.isEmpty()) {
			html.append("<p>").append(words.text("compared.none")).append("</p>");
			return;
		}
		html.append("<div class=\"wide\"><table><thead><tr>");
		for (String head : List.of("day", "agency", "own", "theirs", "healed", "unhealed")) {
			html.append("<th scope=\"col\">").append(words.text(head)).append("</th>");
		}
		html.append("</tr></thead>");
		days.forEach((key, result) -> {
			String[] of = key.split("\t");
			html.append("<tr><td>").append(escaped(of[0])).append("</td><td>").append(escaped(of[1])).append("</td>");
			for (String figure : result.split("\\|")) {
				html.append("<td class=\"n\">").append(number(Long.parseLong(figure), words)).append("</td>");
			}
			html.append("</tr>");
		});
		html.append("</table></div>");
	}

	private static void fact(StringBuilder html, String name, String value) {
		html.append("<tr><th scope=\"row\">").append(escaped(name)).append("</th><td class=\"n\">").append(escaped(value)).append("</td></tr>");
	}

	private static String number(long number, Words words) {
		return String.format(java.util.Locale.forLanguageTag(words.language()), "%,d", number);
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
