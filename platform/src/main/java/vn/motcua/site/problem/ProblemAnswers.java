package vn.motcua.site.problem;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import tools.jackson.databind.json.JsonMapper;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.site.Languages;
import vn.motcua.site.Messages;
import vn.motcua.site.Traces;

/** Writes a problem: {@code application/problem+json} (RFC 9457) for the API and whoever accepts JSON only, a page for people. */
@Component
class ProblemAnswers {

	private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

	private final JsonMapper json;

	private final Messages messages;

	private final ViewResolver views;

	ProblemAnswers(JsonMapper json, Messages messages, ViewResolver jteViews) {
		this.json = json;
		this.messages = messages;
		this.views = jteViews;
	}

	void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (response.isCommitted()) {
			return;
		}
		Traces.refused(request, problem.code());
		response.resetBuffer();
		response.setStatus(problem.status());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		if (problem.status() == 429 && problem.values().get("seconds") instanceof Object seconds) {
			response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
		}
		if (wantsJson(request)) {
			writeJson(problem, request, response);
		}
		else {
			writePage(problem, request, response);
		}
	}

	private void writeJson(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Locale locale = Languages.asked(request);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", "about:blank");
		body.put("title", messages.text(locale, "site.problem." + titled(problem.status()) + ".title"));
		body.put("status", problem.status());
		body.put("detail", messages.text(locale, "problem." + problem.code(), problem.values()));
		body.put("instance", path(request));
		body.put("code", problem.code());
		body.put("traceId", Traces.of(request));
		if (!problem.fields().isEmpty()) {
			body.put("errors", errors(problem.fields(), locale));
		}
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
		byte[] bytes = json.writeValueAsBytes(body);
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}

	private List<Map<String, String>> errors(List<FieldProblem> fields, Locale locale) {
		return fields.stream().map(field -> {
			Map<String, String> error = new LinkedHashMap<>();
			error.put("pointer", field.pointer());
			error.put("code", field.code());
			error.put("message", messages.text(locale, "problem." + field.code(), field.values()));
			return error;
		}).toList();
	}

	private void writePage(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
		try {
			View page = views.resolveViewName("site/problem", Languages.VIETNAMESE);
			page.render(Map.of("status", problem.status(), "kind", titled(problem.status()), "code", problem.code(), "values", problem.values(),
					"fields", problem.fields(), "trace", Traces.of(request)), request, response);
		}
		catch (Exception failedAgain) {
			LOG.error("The page of a problem cannot be drawn", failedAgain);
			if (!response.isCommitted()) {
				response.resetBuffer();
				response.setStatus(problem.status() < 500 ? problem.status() : 503);
				response.setContentType("text/html;charset=UTF-8");
				response.getWriter().write(BareProblemPage.of(problem.status(), Traces.of(request)));
			}
		}
	}

	static boolean wantsJson(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return path(request).startsWith("/api/") || accept != null && accept.contains("json") && !accept.contains("text/html");
	}

	static String titled(int status) {
		return switch (status) {
			case 400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 429, 500, 503 -> String.valueOf(status);
			case 431 -> "413";
			case 502, 504 -> "503";
			default -> status < 500 ? "400" : "500";
		};
	}

	private static String path(HttpServletRequest request) {
		return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed ? failed : request.getRequestURI();
	}

}
