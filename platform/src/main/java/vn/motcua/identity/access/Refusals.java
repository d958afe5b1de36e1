package vn.motcua.identity.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import vn.motcua.site.Messages;
import vn.motcua.site.Traces;

/** Answers that a filter gives itself, in the shape of all others (RFC 9457). */
@Component
class Refusals {

	private final JsonMapper json;

	private final Messages words;

	Refusals(JsonMapper json, Messages words) {
		this.json = json;
		this.words = words;
	}

	void write(HttpServletRequest request, HttpServletResponse response, int status, String code) throws IOException {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("type", "about:blank");
		problem.put("title", HttpStatus.valueOf(status).getReasonPhrase());
		problem.put("status", status);
		problem.put("detail", words.text(request.getLocale(), "problem." + code));
		problem.put("instance", request.getRequestURI());
		problem.put("code", code);
		problem.put("traceId", UUID.randomUUID().toString().replace("-", ""));
		byte[] body = json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
		Traces.refused(request, code);
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
