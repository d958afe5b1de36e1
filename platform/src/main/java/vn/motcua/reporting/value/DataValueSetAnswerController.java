package vn.motcua.reporting.value;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.agency.Agencies;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;
import vn.motcua.site.Answers;

/** The value sets that DHIS2 clients ask for, by the same codes as they send them: {@link DataValueSetController}. */
@RestController
@RequiresPermission(Permission.REPORT_VIEW)
class DataValueSetAnswerController {

	private static final int MOST_REPORTS = 500;

	private static final String HEAD = "dataelement,period,orgunit,categoryoptioncombo,attributeoptioncombo,value,storedby,lastupdated,comment,followup\n";

	private final Regimes regimes;

	private final Agencies agencies;

	private final Reports reports;

	private final ReportedValues values;

	private final JsonMapper json;

	DataValueSetAnswerController(@Lazy Regimes regimes, Agencies agencies, @Lazy Reports reports, ReportedValues values, JsonMapper json) {
		this.regimes = regimes;
		this.agencies = agencies;
		this.reports = reports;
		this.values = values;
		this.json = json;
	}

	/** @param storedBy how it came, not who entered it */
	record Value(String dataElement, String period, String orgUnit, String categoryOptionCombo, String attributeOptionCombo, String value, String storedBy, String created,
			String lastUpdated, boolean followup) {
	}

	record ValueSet(List<Value> dataValues) {
	}

	/** A report that was asked for, with its unit as the client calls it. */
	private record Asked(ReportAddress address, String orgUnit) {
	}

	@GetMapping("/api/dataValueSets")
	@Answers(body = ValueSet.class)
	void json(@RequestParam String dataSet, @RequestParam List<String> period, @RequestParam List<String> orgUnit, @CurrentActor Actor actor, HttpServletResponse response) throws IOException {
		List<Asked> asked = asked(dataSet, period, orgUnit, actor);
		OutputStream out = begin(response, "application/json");
		out.write("{\"dataValues\":[".getBytes(StandardCharsets.UTF_8));
		boolean first = true;
		for (Asked report : asked) {
			for (ReportedValue value : values.of(report.address().key())) {
				out.write(first ? '\n' : ',');
				out.write(json.writeValueAsBytes(value(report, value)));
				first = false;
			}
		}
		out.write("]}\n".getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/api/dataValueSets.csv")
	@Answers(body = String.class)
	void csv(@RequestParam String dataSet, @RequestParam List<String> period, @RequestParam List<String> orgUnit, @CurrentActor Actor actor, HttpServletResponse response) throws IOException {
		List<Asked> asked = asked(dataSet, period, orgUnit, actor);
		OutputStream out = begin(response, "text/csv;charset=UTF-8");
		out.write(HEAD.getBytes(StandardCharsets.UTF_8));
		for (Asked report : asked) {
			StringBuilder lines = new StringBuilder();
			for (ReportedValue each : values.of(report.address().key())) {
				Value value = value(report, each);
				lines.append(value.dataElement()).append(',').append(value.period()).append(',').append(value.orgUnit()).append(',').append(ReportedValueController.quoted(value.categoryOptionCombo()))
					.append(',').append(value.attributeOptionCombo()).append(',').append(value.value()).append(',').append(value.storedBy()).append(',').append(value.lastUpdated()).append(",,false\n");
			}
			out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
		}
	}

	private List<Asked> asked(String dataSet, List<String> periods, List<String> units, Actor actor) {
		if (periods.isEmpty() || units.isEmpty() || (long) periods.size() * units.size() > MOST_REPORTS) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/orgUnit", "reporting.value-set-reports", "max", MOST_REPORTS)));
		}
		List<Asked> asked = new ArrayList<>();
		for (String period : periods) {
			for (String unit : units) {
				ReportAddress address = ReportAddress.of(regimes, agencies, dataSet, DhisPeriods.code(period).orElse(period), unit);
				reports.visible(address.key(), actor);
				asked.add(new Asked(address, unit));
			}
		}
		return asked;
	}

	private static OutputStream begin(HttpServletResponse response, String type) throws IOException {
		response.setContentType(type);
		response.setHeader("Cache-Control", "private, no-store");
		return response.getOutputStream();
	}

	private static Value value(Asked report, ReportedValue value) {
		String at = value.at().toString();
		return new Value(value.indicator().value(), DhisPeriods.written(report.address().opening().period().code()), report.orgUnit(),
				value.breakdown().whole() ? "default" : value.breakdown().value(), "default", value.written(), value.source().name(), at, at, false);
	}

}
