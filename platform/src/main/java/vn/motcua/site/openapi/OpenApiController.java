package vn.motcua.site.openapi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Messages;

/** Everything under {@code /api}, or one module of it. */
@RestController
@PublicAccess
@ConditionalOnWebApplication
class OpenApiController {

	private static final String ALL = "";

	private final RequestMappingHandlerMapping routes;

	private final Messages messages;

	private final Map<String, Map<String, Object>> documents = new ConcurrentHashMap<>();

	OpenApiController(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes, Messages messages) {
		this.routes = routes;
		this.messages = messages;
	}

	@GetMapping("/api/openapi.json")
	ResponseEntity<Map<String, Object>> everything() {
		return answer(ALL);
	}

	@GetMapping("/api/{module}/v1/openapi.json")
	ResponseEntity<Map<String, Object>> module(@PathVariable String module) {
		if (!module.matches("[a-z]{2,20}") || routes.getHandlerMethods().keySet().stream().flatMap(info -> info.getPatternValues().stream())
			.noneMatch(path -> path.startsWith("/api/" + module + "/v1/"))) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		return answer(module);
	}

	private ResponseEntity<Map<String, Object>> answer(String module) {
		Map<String, Object> document = documents.computeIfAbsent(module, unknown -> new OpenApiDocument(module, new KnownProblems(messages)).of(routes.getHandlerMethods()));
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.maxAge(java.time.Duration.ofMinutes(5)).cachePublic())
			.body(document);
	}

}
