package vn.motcua.reporting.value;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.agency.Agencies;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.ValueSource;
import vn.motcua.site.Answers;

/** Values of one report as they stand, each with source, time and version: JSON, or CSV (with {@code numbers=point}) and lines of JSON that can be sent back as they are. */
@RestController
@RequestMapping("/api/reporting/v1/submissions/{regime}/{period}/{agency}/values")
@RequiresPermission(Permission.REPORT_VIEW)
class ReportedValueController {

	private static final String HEAD = "regime,period,agency,indicator,breakdown,value,source,version,at\n";

	private final Regimes regimes;

	private final Agencies agencies;

	private final Reports reports;

	private final ReportedValues values;

	private final JsonMapper json;

	ReportedValueController(@Lazy Regimes regimes, Agencies agencies, @Lazy Reports reports, ReportedValues values, JsonMapper json) {
		this.regimes = regimes;
		this.agencies = agencies;
		this.reports = reports;
		this.values = values;
		this.json = json;
	}

	record Line(String regime, String period, String agency, String indicator, String breakdown, BigDecimal value, ValueSource source, int version, Instant at) {
	}

	record Values(String regime, String period, String agency, List<Line> values) {
	}

	@GetMapping
	@Answers(body = Values.class)
	void values(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, HttpServletRequest request, HttpServletResponse response,
			@CurrentActor Actor actor) throws IOException {
		ReportAddress address = ReportAddress.of(regimes, agencies, regime, period, agency);
		reports.visible(address.key(), actor);
		List<Line> lines = values.of(address.key()).stream().map(value -> line(address, value)).toList();
		String accepted = request.getHeader("Accept") == null ? "" : request.getHeader("Accept").toLowerCase(Locale.ROOT);
		response.setHeader("Cache-Control", "private, no-store");
		if (accepted.contains("text/csv")) {
			response.setContentType("text/csv;charset=UTF-8");
			StringBuilder csv = new StringBuilder(HEAD);
			lines.forEach(line -> csv.append(line.regime()).append(',').append(line.period()).append(',').append(line.agency()).append(',').append(line.indicator()).append(',')
				.append(quoted(line.breakdown())).append(',').append(line.value().toPlainString()).append(',').append(line.source()).append(',').append(line.version()).append(',')
				.append(line.at()).append('\n'));
			response.getOutputStream().write(csv.toString().getBytes(StandardCharsets.UTF_8));
		}
		else if (accepted.contains("ndjson")) {
			response.setContentType("application/x-ndjson");
			for (Line line : lines) {
				response.getOutputStream().write(json.writeValueAsBytes(line));
				response.getOutputStream().write('\n');
			}
		}
		else {
			response.setContentType("application/json");
			response.getOutputStream().write(json.writeValueAsBytes(new Values(address.regime().code().value(), address.opening().period().code(), ReportAddress.name(address.agency()), lines)));
		}
	}

	private static Line line(ReportAddress address, ReportedValue value) {
		return new Line(address.regime().code().value(), address.opening().period().code(), ReportAddress.name(address.agency()), value.indicator().value(), value.breakdown().value(),
				value.value(), value.source(), value.version(), value.at());
	}

	/** A breakdown by several dimensions has commas in it, and nothing else that would need marks. */
	static String quoted(String breakdown) {
		return breakdown.contains(",") ? '"' + breakdown + '"' : breakdown;
	}

}
