package vn.motcua.reporting.value;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

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

/** Values that systems and clerks send: many of any reports, or those of one. */
@RestController
@RequestMapping("/api/reporting/v1")
@RequiresPermission(Permission.REPORT_FILL)
class ValueController {

	private static final String NDJSON = "application/x-ndjson";

	private static final String CSV = "text/csv";

	private final BulkIntake intake;

	private final Targets targets;

	private final Regimes regimes;

	private final Agencies agencies;

	private final ValueAnswers answers;

	ValueController(BulkIntake intake, Targets targets, @Lazy Regimes regimes, Agencies agencies, ValueAnswers answers) {
		this.intake = intake;
		this.targets = targets;
		this.regimes = regimes;
		this.agencies = agencies;
		this.answers = answers;
	}

	/** All or nothing: with any problem nothing is written. With {@code dryRun} nothing is written either way. */
	@PostMapping(path = "/values", consumes = { CSV, NDJSON, "application/ndjson" })
	ResponseEntity<Map<String, Object>> takeMany(@RequestParam(defaultValue = "false") boolean dryRun, @RequestParam(defaultValue = "told") String numbers,
			HttpServletRequest request, Locale locale, @CurrentActor Actor actor) throws IOException {
		WrittenNumber.Style style = style(numbers);
		boolean packed = packed(request);
		BulkIntake.Taken taken = intake.take(actor, dryRun, request.getInputStream(), arrived -> {
			ValueBatch batch = new ValueBatch();
			Targets.Reading reading = targets.reading(batch, style);
			ValueBody body = ValueBody.of(arrived, packed);
			body.lines(csv(request) ? new CsvValues(reading, batch, null, List.of("regime", "period", "agency", "indicator", "value")) : new JsonValues(reading, batch));
			return batch;
		});
		return answers.answer(taken, locale);
	}

	/** Cells of one report, as CSV or as lines of JSON: {@code indicator,breakdown,value}. */
	@PutMapping(path = "/submissions/{regime}/{period}/{agency}/values", consumes = { CSV, NDJSON, "application/ndjson", "application/json" })
	ResponseEntity<Map<String, Object>> takeOneReport(@PathVariable String regime, @PathVariable String period, @PathVariable String agency,
			@RequestParam(defaultValue = "false") boolean dryRun, @RequestParam(defaultValue = "told") String numbers, HttpServletRequest request, Locale locale,
			@CurrentActor Actor actor) throws IOException {
		ReportAddress address = ReportAddress.of(regimes, agencies, regime, period, agency);
		WrittenNumber.Style style = style(numbers);
		boolean packed = packed(request);
		BulkIntake.Taken taken = intake.takeReport(actor, dryRun, request.getInputStream(), arrived -> {
			ValueBatch batch = new ValueBatch();
			OneReport report = new OneReport(address, targets.reading(batch, style, address.key()), batch);
			report.read(arrived, packed, csv(request), json(request));
			return batch;
		});
		return answers.answer(taken, locale);
	}

	static boolean packed(HttpServletRequest request) {
		String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		if (encoding == null || encoding.equalsIgnoreCase("identity")) {
			return false;
		}
		if (encoding.equalsIgnoreCase("gzip")) {
			return true;
		}
		throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/Content-Encoding", "reporting.encoding")));
	}

	private static boolean csv(HttpServletRequest request) {
		return request.getContentType() != null && request.getContentType().startsWith(CSV);
	}

	private static boolean json(HttpServletRequest request) {
		return request.getContentType() != null && request.getContentType().startsWith("application/json");
	}

	private static WrittenNumber.Style style(String numbers) {
		return switch (numbers) {
			case "told" -> WrittenNumber.Style.TOLD;
			case "point" -> WrittenNumber.Style.POINT;
			case "comma" -> WrittenNumber.Style.COMMA;
			default -> throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/numbers", "reporting.numbers")));
		};
	}

}
