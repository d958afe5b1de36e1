package vn.motcua.reporting.work;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.PeriodWords;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.site.Messages;

/** The document that a leader signs: which report, every figure, and the digest of their canonical text. In Vietnamese, as documents are. */
@Component
class SignedPaper {

	private static final Locale VIETNAMESE = Locale.of("vi", "VN");

	private static final String STYLE = """
			body { font-family: 'Liberation Serif', serif; font-size: 12pt; } h1 { font-size: 15pt; text-align: center; }
			p.head { text-align: center; font-weight: bold; } table { width: 100%; border-collapse: collapse; font-size: 10.5pt; }
			th, td { border: 0.5pt solid #444; padding: 2pt 4pt; text-align: left; } td.n, th.n { text-align: right; } p.small { font-size: 9pt; }
			thead { display: table-header-group; } table { -fs-table-paginate: paginate; }""";

	private final Indicators indicators;

	private final Messages messages;

	SignedPaper(@org.springframework.context.annotation.Lazy Indicators indicators, Messages messages) {
		this.indicators = indicators;
		this.messages = messages;
	}

	String xhtml(ReportAddress address, SignedFigures figures, String digest) {
		StringBuilder page = new StringBuilder("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"vi\"><head><title>").append(escaped(address.regime().name().vi()))
			.append("</title><style>").append(STYLE).append("</style></head><body><p class=\"head\">").append(escaped(address.agency().fullName().vi().toUpperCase(VIETNAMESE)))
			.append("</p><h1>").append(escaped(address.regime().name().vi())).append("</h1><p class=\"head\">").append(t("reporting.work.paper.period")).append(' ')
			.append(escaped(PeriodWords.of(messages, VIETNAMESE, address.opening().period()))).append("</p>");
		table(page, "reporting.work.paper.own", figures.own(), false);
		table(page, "reporting.work.paper.summed", figures.summed(), true);
		return page.append("<p class=\"small\">").append(t("reporting.work.paper.digest")).append(' ').append(digest).append("</p></body></html>").toString();
	}

	private void table(StringBuilder page, String caption, List<SignedFigures.Line> lines, boolean summed) {
		if (lines.isEmpty() && summed) {
			return;
		}
		page.append("<p>").append(t(caption)).append("</p><table><thead><tr><th>").append(t("reporting.work.paper.indicator")).append("</th><th>")
			.append(t("reporting.work.paper.breakdown")).append("</th><th class=\"n\">").append(t("reporting.work.paper.amount")).append("</th>")
			.append(summed ? "<th class=\"n\">" + t("reporting.work.paper.count") + "</th>" : "").append("</tr></thead><tbody>");
		for (SignedFigures.Line line : lines) {
			page.append("<tr><td>").append(escaped(line.indicator())).append(' ').append(escaped(name(line.indicator()))).append("</td><td>")
				.append(escaped(line.breakdown())).append("</td><td class=\"n\">").append(number(line.amount())).append("</td>")
				.append(line.count() == null ? "" : "<td class=\"n\">" + line.count() + "</td>").append("</tr>");
		}
		page.append(lines.isEmpty() ? "<tr><td colspan=\"3\">" + t("reporting.work.paper.none") + "</td></tr>" : "").append("</tbody></table>");
	}

	private String name(String code) {
		return indicators.find(new IndicatorCode(code)).map(Indicator::name).map(name -> name.vi()).orElse("");
	}

	private static String number(java.math.BigDecimal amount) {
		NumberFormat format = NumberFormat.getNumberInstance(VIETNAMESE);
		format.setMaximumFractionDigits(6);
		return format.format(amount);
	}

	private String t(String key) {
		return escaped(messages.text(VIETNAMESE, key));
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
