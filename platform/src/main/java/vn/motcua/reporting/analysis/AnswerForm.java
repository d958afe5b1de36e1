package vn.motcua.reporting.analysis;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** In which form an answer is written: as {@code Accept} asks, or as the parameter {@code format} of a link says. */
enum AnswerForm {

	JSON("application/json", "json"), CSV("text/csv;charset=UTF-8", "csv"), SDMX_JSON("application/vnd.sdmx.data+json;version=2.0.0", "json"),
	SDMX_CSV("application/vnd.sdmx.data+csv;version=2.0.0;charset=UTF-8", "csv"), XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

	private final String type;

	private final String ending;

	AnswerForm(String type, String ending) {
		this.type = type;
		this.ending = ending;
	}

	/** @throws ProblemException when the link names a form that there is not */
	static AnswerForm of(HttpServletRequest request) {
		@Nullable String format = request.getParameter("format");
		if (format != null) {
			return switch (format) {
				case "csv" -> CSV;
				case "sdmx-json" -> SDMX_JSON;
				case "sdmx-csv" -> SDMX_CSV;
				case "xlsx" -> XLSX;
				case "json" -> JSON;
				default -> throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/format", "reporting.analysis.format")));
			};
		}
		String accepted = request.getHeader("Accept") == null ? "" : request.getHeader("Accept").toLowerCase(Locale.ROOT);
		if (accepted.contains("vnd.sdmx.data+json")) {
			return SDMX_JSON;
		}
		if (accepted.contains("vnd.sdmx.data+csv")) {
			return SDMX_CSV;
		}
		return accepted.contains("spreadsheetml.sheet") ? XLSX : accepted.contains("text/csv") ? CSV : JSON;
	}

	/** @param page words of the reader's language, for forms that people read */
	void write(Answer answer, HttpServletResponse response, Instant now, Page page) throws IOException {
		response.setContentType(type);
		response.setHeader("Cache-Control", "private, no-store");
		if (this != JSON) {
			response.setHeader("Content-Disposition", "attachment; filename=\"so-lieu-" + answer.question().from() + "-" + answer.question().to() + "." + ending + "\"");
		}
		if (this == XLSX) {
			XlsxAnswer.write(answer, response.getOutputStream(), page);
			return;
		}
		Out out = new Out(response.getOutputStream());
		switch (this) {
			case CSV -> CsvAnswer.write(answer, out);
			case SDMX_JSON -> SdmxJsonAnswer.write(answer, out, now);
			case SDMX_CSV -> SdmxCsvAnswer.write(answer, out);
			case JSON, XLSX -> JsonAnswer.write(answer, out);
		}
		out.flush();
	}

}
