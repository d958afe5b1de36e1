package vn.motcua.site.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

import vn.motcua.site.Answers;

/** What one method of a controller takes and gives. */
final class Operation {

	private final RequestMappingInfo info;

	private final HandlerMethod handler;

	private final Schemas schemas;

	private final boolean upload;

	Operation(RequestMappingInfo info, HandlerMethod handler, Schemas schemas) {
		this.info = info;
		this.handler = handler;
		this.schemas = schemas;
		this.upload = java.util.Arrays.stream(handler.getMethodParameters()).anyMatch(Operation::isFile);
	}

	List<Map<String, Object>> parameters() {
		List<Map<String, Object>> parameters = new ArrayList<>();
		for (MethodParameter parameter : named()) {
			PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
			RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
			RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
			if (path != null) {
				parameters.add(parameter(name(path.value(), parameter), "path", true, null, parameter));
			}
			else if (query != null && !upload) {
				boolean fixed = !query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
				parameters.add(parameter(name(query.value(), parameter), "query", query.required() && !fixed, fixed ? query.defaultValue() : null, parameter));
			}
			else if (header != null && !header.value().equalsIgnoreCase(HttpHeaders.ACCEPT) && !header.name().equalsIgnoreCase(HttpHeaders.ACCEPT)) {
				parameters.add(parameter(name(header.value(), parameter), "header", header.required() && header.defaultValue().equals(ValueConstants.DEFAULT_NONE), null, parameter));
			}
		}
		return parameters;
	}

	/** Empty when it takes none. */
	Map<String, Object> body() {
		if (upload) {
			return form();
		}
		for (MethodParameter parameter : named()) {
			RequestBody body = parameter.getParameterAnnotation(RequestBody.class);
			if (body != null) {
				Map<String, Object> content = new TreeMap<>();
				info.getConsumesCondition().getConsumableMediaTypes().forEach(type -> content.put(type.toString(), Map.of("schema", schemas.of(parameter.getGenericParameterType()))));
				if (content.isEmpty()) {
					content.put("application/json", Map.of("schema", schemas.of(parameter.getGenericParameterType())));
				}
				return Map.of("required", body.required(), "content", content);
			}
		}
		return Map.of();
	}

	/** The good answer by its status. */
	Map.Entry<String, Map<String, Object>> answer() {
		Answers said = handler.getMethodAnnotation(Answers.class);
		ResponseStatus status = handler.getMethodAnnotation(ResponseStatus.class);
		Type type = said != null && said.body() != Void.class ? said.body() : given(handler.getMethod().getGenericReturnType());
		boolean nothing = type == Void.class || type == void.class && info.getProducesCondition().isEmpty();
		Map<String, Object> good = new LinkedHashMap<>(Map.of("description", nothing ? "Done" : "The answer"));
		if (!nothing) {
			Map<String, Object> content = new TreeMap<>();
			info.getProducesCondition().getProducibleMediaTypes().forEach(media -> content.put(media.toString(), Map.of("schema", schema(type))));
			if (content.isEmpty()) {
				content.put("application/json", Map.of("schema", schema(type)));
			}
			good.put("content", content);
		}
		int code = said != null ? said.status() : status != null ? status.code().value() : type == Void.class ? 204 : 200;
		return Map.entry(String.valueOf(code), good);
	}

	private Map<String, Object> schema(Type type) {
		return type == void.class ? Map.of() : schemas.of(type);
	}

	private Map<String, Object> form() {
		Map<String, Object> fields = new LinkedHashMap<>();
		List<String> required = new ArrayList<>();
		for (MethodParameter parameter : named()) {
			RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
			RequestPart part = parameter.getParameterAnnotation(RequestPart.class);
			if (query == null && part == null) {
				continue;
			}
			String name = name(query != null ? query.value() : part.value(), parameter);
			fields.put(name, isFile(parameter) ? Map.of("type", "string", "contentMediaType", "application/octet-stream") : schemas.of(parameter.getGenericParameterType()));
			if (query != null ? query.required() && query.defaultValue().equals(ValueConstants.DEFAULT_NONE) : part.required()) {
				required.add(name);
			}
		}
		return Map.of("required", true, "content",
				Map.of("multipart/form-data", Map.of("schema", required.isEmpty() ? Map.of("type", "object", "properties", fields) : Map.of("type", "object", "required", required, "properties", fields))));
	}

	private Map<String, Object> parameter(String name, String place, boolean required, @Nullable String otherwise, MethodParameter parameter) {
		Map<String, Object> schema = new LinkedHashMap<>(schemas.of(parameter.getGenericParameterType()));
		if (otherwise != null && !otherwise.isEmpty() && "string".equals(schema.get("type"))) {
			schema.put("default", otherwise);
		}
		return Map.of("name", name, "in", place, "required", required, "schema", schema);
	}

	private List<MethodParameter> named() {
		List<MethodParameter> parameters = List.of(handler.getMethodParameters());
		parameters.forEach(parameter -> parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer()));
		return parameters;
	}

	private static Type given(Type type) {
		return type instanceof ParameterizedType wrapped && wrapped.getRawType() == ResponseEntity.class ? wrapped.getActualTypeArguments()[0] : type;
	}

	private static boolean isFile(MethodParameter parameter) {
		return MultipartFile.class.isAssignableFrom(parameter.getParameterType()) || parameter.hasParameterAnnotation(RequestPart.class);
	}

	private static String name(String given, MethodParameter parameter) {
		String found = given.isEmpty() ? parameter.getParameterName() : given;
		return found == null ? "value" : found;
	}

}
