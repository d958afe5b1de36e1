package vn.motcua.site.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

import vn.motcua.kernel.access.RequiresPermission;

/** One document: the paths of one module or of all, and the schemas they use. */
final class OpenApiDocument {

	private static final Map<String, Object> PROBLEM = Map.of("description", "A refusal, RFC 9457",
			"content", Map.of("application/problem+json", Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));

	private final String module;

	private final Schemas schemas = new Schemas();

	OpenApiDocument(String module) {
		this.module = module;
	}

	Map<String, Object> of(Map<RequestMappingInfo, HandlerMethod> routes) {
		Map<String, Map<String, Object>> paths = new TreeMap<>();
		routes.forEach((info, handler) -> info.getPatternValues().stream().filter(this::covered).forEach(path -> {
			for (RequestMethod method : info.getMethodsCondition().getMethods()) {
				paths.computeIfAbsent(path.replaceAll("\\{\\*?([A-Za-z]+)(:[^/]*)?}", "{$1}"), any -> new TreeMap<>())
					.put(method.name().toLowerCase(Locale.ROOT), operation(path, info, handler));
			}
		}));
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("openapi", "3.1.0");
		document.put("info", Map.of("title", module.isEmpty() ? "Một Cửa" : "Một Cửa – " + module, "version", "1",
				"license", Map.of("name", "EUPL-1.2", "identifier", "EUPL-1.2")));
		document.put("paths", paths);
		document.put("components", Map.of("schemas", schemas.all(), "securitySchemes",
				Map.of("bearer", Map.of("type", "http", "scheme", "bearer", "description", "Access token of /oauth2/token"))));
		return document;
	}

	private boolean covered(String path) {
		return path.startsWith(module.isEmpty() ? "/api/" : "/api/" + module + "/v1/") && !path.endsWith("openapi.json");
	}

	private Map<String, Object> operation(String path, RequestMappingInfo info, HandlerMethod handler) {
		Map<String, Object> operation = new LinkedHashMap<>();
		operation.put("operationId", path.split("/")[2] + "." + handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName());
		operation.put("tags", List.of(path.split("/")[2]));
		operation.put("summary", handler.getMethod().getName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
		RequiresPermission needed = permission(handler);
		if (needed != null) {
			operation.put("description", "Needs the permission " + needed.value() + ".");
			operation.put("security", List.of(Map.of("bearer", List.of())));
		}
		List<Map<String, Object>> parameters = parameters(handler);
		if (!parameters.isEmpty()) {
			operation.put("parameters", parameters);
		}
		Map<String, Object> body = body(info, handler);
		if (!body.isEmpty()) {
			operation.put("requestBody", body);
		}
		operation.put("responses", responses(info, handler));
		return operation;
	}

	private List<Map<String, Object>> parameters(HandlerMethod handler) {
		List<Map<String, Object>> parameters = new ArrayList<>();
		for (MethodParameter parameter : handler.getMethodParameters()) {
			parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
			PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
			RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
			RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
			if (path != null) {
				parameters.add(parameter(name(path.value(), parameter), "path", true, parameter));
			}
			else if (query != null && !isFile(parameter)) {
				parameters.add(parameter(name(query.value().isEmpty() ? query.name() : query.value(), parameter), "query",
						query.required() && query.defaultValue().equals(ValueConstants.DEFAULT_NONE), parameter));
			}
			else if (header != null) {
				parameters.add(parameter(name(header.value(), parameter), "header", header.required() && header.defaultValue().equals(ValueConstants.DEFAULT_NONE),
						parameter));
			}
		}
		return parameters;
	}

	private Map<String, Object> parameter(String name, String place, boolean required, MethodParameter parameter) {
		return Map.of("name", name, "in", place, "required", required, "schema", schemas.of(parameter.getGenericParameterType()));
	}

	private Map<String, Object> body(RequestMappingInfo info, HandlerMethod handler) {
		Map<String, Object> files = new LinkedHashMap<>();
		for (MethodParameter parameter : handler.getMethodParameters()) {
			if (parameter.hasParameterAnnotation(RequestBody.class)) {
				String type = info.getConsumesCondition().getConsumableMediaTypes().stream().findFirst().map(Object::toString).orElse("application/json");
				return Map.of("required", true, "content", Map.of(type, Map.of("schema", schemas.of(parameter.getGenericParameterType()))));
			}
			if (isFile(parameter)) {
				parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
				files.put(name("", parameter), Map.of("type", "string", "contentMediaType", "application/octet-stream"));
			}
		}
		return files.isEmpty() ? Map.of()
				: Map.of("required", true, "content", Map.of("multipart/form-data", Map.of("schema", Map.of("type", "object", "properties", files))));
	}

	private Map<String, Object> responses(RequestMappingInfo info, HandlerMethod handler) {
		ResponseStatus status = handler.getMethodAnnotation(ResponseStatus.class);
		Map<String, Object> responses = new TreeMap<>();
		java.lang.reflect.Type type = handler.getMethod().getGenericReturnType();
		if (type instanceof java.lang.reflect.ParameterizedType wrapped && wrapped.getRawType() == ResponseEntity.class) {
			type = wrapped.getActualTypeArguments()[0];
		}
		Map<String, Object> good = new LinkedHashMap<>(Map.of("description", "The answer"));
		if (type != void.class && type != Void.class) {
			String media = info.getProducesCondition().getProducibleMediaTypes().stream().findFirst().map(Object::toString).orElse("application/json");
			good.put("content", Map.of(media, Map.of("schema", schemas.of(type))));
		}
		responses.put(status == null ? "200" : String.valueOf(status.code().value()), good);
		responses.put("4XX", PROBLEM);
		return responses;
	}

	private static RequiresPermission permission(HandlerMethod handler) {
		RequiresPermission own = handler.getMethodAnnotation(RequiresPermission.class);
		boolean open = handler.hasMethodAnnotation(vn.motcua.kernel.access.PublicAccess.class);
		return own != null || open ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), RequiresPermission.class);
	}

	private static boolean isFile(MethodParameter parameter) {
		return MultipartFile.class.isAssignableFrom(parameter.getParameterType()) || parameter.hasParameterAnnotation(RequestPart.class);
	}

	private static String name(String given, MethodParameter parameter) {
		String found = given.isEmpty() ? parameter.getParameterName() : given;
		return found == null ? "value" : found;
	}

}
