package vn.motcua.reporting.value;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/**
 * The value sets that DHIS2 clients send, mapped onto regimes and indicators: a data set is a regime, a data element an indicator, a category option
 * combination a breakdown, an organisation unit an agency, each by its code.
 */
@RestController
@RequiresPermission(Permission.REPORT_FILL)
class DataValueSetController {

	private static final int CONFLICT = 409;

	private static final List<String> SCHEMES = List.of("idScheme", "dataElementIdScheme", "orgUnitIdScheme", "categoryOptionComboIdScheme", "dataSetIdScheme");

	private final BulkIntake intake;

	private final Targets targets;

	private final ValueAnswers answers;

	DataValueSetController(BulkIntake intake, Targets targets, ValueAnswers answers) {
		this.intake = intake;
		this.targets = targets;
		this.answers = answers;
	}

	@PostMapping(path = "/api/dataValueSets", consumes = "application/json")
	ResponseEntity<Map<String, Object>> json(@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam(defaultValue = "CREATE_AND_UPDATE") String importStrategy, HttpServletRequest request, Locale locale, @CurrentActor Actor actor)
			throws IOException {
		boolean packed = ValueController.packed(request);
		return take(dryRun, importStrategy, 1, locale, actor, request, (arrived, reading, batch) -> {
			try (InputStream body = ValueBody.open(arrived, packed)) {
				new DataValueSet(new JsonValues(reading, batch)).read(body);
			}
		});
	}

	/** @param dataSet the regime, which the columns of this format do not name */
	@PostMapping(path = "/api/dataValueSets.csv", consumes = { "text/csv", "application/csv" })
	ResponseEntity<Map<String, Object>> csv(@RequestParam String dataSet, @RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam(defaultValue = "CREATE_AND_UPDATE") String importStrategy, HttpServletRequest request, Locale locale, @CurrentActor Actor actor)
			throws IOException {
		ValueLine fixed = new ValueLine();
		fixed.bytes = dataSet.getBytes(java.nio.charset.StandardCharsets.UTF_8);
		fixed.to[ValueLine.REGIME] = Math.min(fixed.bytes.length, 100);
		boolean packed = ValueController.packed(request);
		return take(dryRun, importStrategy, 2, locale, actor, request, (arrived, reading, batch) -> ValueBody.of(arrived, packed)
			.lines(new CsvValues(reading, batch, fixed, List.of("dataelement", "period", "orgunit", "value"))));
	}

	@FunctionalInterface
	private interface Lines {

		void read(InputStream arrived, Targets.Reading reading, ValueBatch batch) throws IOException;

	}

	/** @param first line of the first value */
	private ResponseEntity<Map<String, Object>> take(boolean dryRun, String written, int first, Locale locale, Actor actor, HttpServletRequest request, Lines lines) throws IOException {
		ImportStrategy strategy = ImportStrategy.find(written).orElseThrow(() -> refused("/importStrategy", "reporting.import-strategy"));
		understood(request);
		BulkIntake.Taken taken = intake.take(actor, dryRun, strategy, request.getInputStream(), arrived -> {
			ValueBatch batch = new ValueBatch();
			lines.read(arrived, targets.reading(batch, WrittenNumber.Style.POINT), batch);
			return batch;
		});
		return answer(taken, first, locale);
	}

	/** What a client asks for and would not get is refused, not passed over. */
	private static void understood(HttpServletRequest request) {
		for (String scheme : SCHEMES) {
			String asked = request.getParameter(scheme);
			if (asked != null && !asked.equalsIgnoreCase("CODE")) {
				throw refused("/" + scheme, "reporting.id-scheme");
			}
		}
		if ("true".equalsIgnoreCase(request.getParameter("async"))) {
			throw refused("/async", "reporting.async");
		}
	}

	private static ProblemException refused(String pointer, String code) {
		return new ProblemException(CommonProblem.FIELDS, List.of(new FieldProblem(pointer, code, Map.of())));
	}

	private ResponseEntity<Map<String, Object>> answer(BulkIntake.Taken taken, int first, Locale locale) {
		boolean fine = taken.batch().problemCount() == 0;
		Map<String, Object> counts = new LinkedHashMap<>();
		counts.put("imported", taken.created());
		counts.put("updated", taken.changed() - taken.created() - taken.emptied());
		counts.put("ignored", fine ? taken.left() : taken.batch().lines());
		counts.put("deleted", taken.emptied());
		Map<String, Object> summary = new LinkedHashMap<>();
		summary.put("responseType", "ImportSummary");
		summary.put("status", fine ? "SUCCESS" : "ERROR");
		summary.put("description", fine ? "Import process completed successfully" : "Nothing was imported");
		summary.put("importCount", counts);
		summary.put("conflicts", taken.batch().problems().stream().map(problem -> conflict(problem, first, locale)).toList());
		summary.put("dataSetComplete", "false");
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("httpStatus", fine ? "OK" : "Conflict");
		body.put("httpStatusCode", fine ? 200 : CONFLICT);
		body.put("status", fine ? "OK" : "WARNING");
		body.put("message", fine ? "Import was successful." : "One or more conflicts encountered, please check import summary.");
		body.put("response", summary);
		return ResponseEntity.status(fine ? 200 : CONFLICT).body(body);
	}

	private Map<String, Object> conflict(ValueProblem problem, int first, Locale locale) {
		Map<String, Object> conflict = new LinkedHashMap<>();
		conflict.put("object", String.valueOf(problem.problem().values().getOrDefault("value", "")));
		conflict.put("value", answers.words(problem, locale));
		conflict.put("errorCode", problem.problem().code());
		conflict.put("indexes", List.of(problem.line() - first));
		return conflict;
	}

}
