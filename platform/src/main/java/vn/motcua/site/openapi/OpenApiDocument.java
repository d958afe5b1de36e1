package vn.motcua.site.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.access.RequiresPermission;

/** One document: the paths of one module or of all, the schemas they use, their refusals and who may call them. */
final class OpenApiDocument {

	private static final List<Map<String, List<String>>> SIGNED_IN = List.of(Map.of("oauth2", List.of()), Map.of("session", List.of(), "csrf", List.of()));

	private static final Map<String, Object> SECURITY = Map.of("oauth2",
			Map.of("type", "oauth2", "description", "A token of the person or system in the header Authorization: Bearer …", "flows",
					Map.of("authorizationCode", Map.of("authorizationUrl", "/oauth2/authorize", "tokenUrl", "/oauth2/token", "scopes", Map.of()), "clientCredentials",
							Map.of("tokenUrl", "/oauth2/token", "scopes", Map.of()))),
			"session", Map.of("type", "apiKey", "in", "cookie", "name", "SESSION", "description", "The session of somebody who signed in on the pages"), "csrf",
			Map.of("type", "apiKey", "in", "header", "name", "X-CSRF-TOKEN", "description", "With the session, on everything but GET: the token that forms carry as _csrf"));

	private final String module;

	private final Schemas schemas = new Schemas();

	private final Refusals refusals;

	OpenApiDocument(String module, KnownProblems problems) {
		this.module = module;
		this.refusals = new Refusals(problems);
	}

	Map<String, Object> of(Map<RequestMappingInfo, HandlerMethod> routes) {
		Map<String, Map<String, Object>> paths = new TreeMap<>();
		routes.entrySet().stream().sorted(java.util.Comparator.comparing(route -> route.getKey().toString())).forEach(route -> route.getKey().getPatternValues().stream()
			.filter(this::covered).map(OpenApiDocument::written).forEach(path -> {
				for (RequestMethod method : route.getKey().getMethodsCondition().getMethods()) {
					paths.computeIfAbsent(path, any -> new TreeMap<>()).merge(method.name().toLowerCase(Locale.ROOT),
							operation(path, method.name(), route.getKey(), route.getValue()), OpenApiDocument::merged);
				}
			}));
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("openapi", "3.1.0");
		document.put("info", Map.of("title", module.isEmpty() ? "Một Cửa" : "Một Cửa – " + module, "version", "1", "description",
				"Times are ISO 8601 with offset, money is whole đồng. Refusals are RFC 9457 with a stable code. Lists have at most 200 items; next is the after of the following page.",
				"license", Map.of("name", "EUPL-1.2", "identifier", "EUPL-1.2")));
		document.put("tags", new TreeSet<>(paths.keySet().stream().map(path -> path.split("/")[2]).toList()).stream().map(name -> Map.of("name", name)).toList());
		document.put("paths", paths);
		document.put("components", Map.of("schemas", schemas.all(), "responses", refusals.all(), "securitySchemes", SECURITY));
		return document;
	}

	private boolean covered(String path) {
		return path.startsWith(module.isEmpty() ? "/api/" : "/api/" + module + "/v1/") && !path.endsWith("openapi.json");
	}

	static String written(String path) {
		return path.replaceAll("\\{\\*?([A-Za-z]+)(:[^/]*)?}", "{$1}");
	}

	private Map<String, Object> operation(String path, String method, RequestMappingInfo info, HandlerMethod handler) {
		Operation described = new Operation(info, handler, schemas);
		RequiresPermission needed = permission(handler);
		Map<String, Object> operation = new LinkedHashMap<>();
		operation.put("operationId", path.split("/")[2] + "." + handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName());
		operation.put("tags", List.of(path.split("/")[2]));
		String summary = RouteSummaries.of(method, path);
		operation.put("summary", summary.isEmpty() ? handler.getMethod().getName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT) : summary);
		operation.put("description", needed == null ? "Open to everybody." : "Needs the permission " + needed.value() + ".");
		operation.put("security", needed == null ? List.of() : SIGNED_IN);
		List<Map<String, Object>> parameters = described.parameters();
		Map<String, Object> body = described.body();
		if (!parameters.isEmpty()) {
			operation.put("parameters", parameters);
		}
		if (!body.isEmpty()) {
			operation.put("requestBody", body);
		}
		Map<String, Object> responses = new TreeMap<>(refusals.of(path, method, handler, needed != null, !parameters.isEmpty() || !body.isEmpty(), !body.isEmpty()));
		var answer = described.answer();
		responses.put(answer.getKey(), answer.getValue());
		operation.put("responses", responses);
		return operation;
	}

	/** Two methods behind one route differ in what they take or give: the first keeps its name, the formats add up. */
	@SuppressWarnings("unchecked")
	private static Object merged(Object first, Object second) {
		Map<String, Object> kept = new LinkedHashMap<>((Map<String, Object>) first);
		Map<String, Object> other = (Map<String, Object>) second;
		Map<String, Object> responses = new TreeMap<>((Map<String, Object>) kept.get("responses"));
		((Map<String, Object>) other.get("responses")).forEach((status, response) -> responses.merge(status, response, OpenApiDocument::mergedAnswer));
		kept.put("responses", responses);
		if (!kept.containsKey("parameters") || other.get("parameters") instanceof List<?> more && more.size() > ((List<?>) kept.get("parameters")).size()) {
			kept.put("parameters", other.getOrDefault("parameters", List.of()));
		}
		return kept;
	}

	@SuppressWarnings("unchecked")
	private static Object mergedAnswer(Object first, Object second) {
		Map<String, Object> one = (Map<String, Object>) first;
		Map<String, Object> content = new TreeMap<>((Map<String, Object>) one.getOrDefault("content", Map.of()));
		((Map<String, Object>) ((Map<String, Object>) second).getOrDefault("content", Map.of())).forEach(content::putIfAbsent);
		Map<String, Object> all = new LinkedHashMap<>(one);
		if (!content.isEmpty()) {
			all.put("content", content);
		}
		return all;
	}

	private static @Nullable RequiresPermission permission(HandlerMethod handler) {
		RequiresPermission own = handler.getMethodAnnotation(RequiresPermission.class);
		boolean open = handler.hasMethodAnnotation(PublicAccess.class);
		return own != null || open ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), RequiresPermission.class);
	}

}
