package vn.motcua.site.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.paging.Slice;

/** JSON schemas of the records that interfaces take and give. */
final class Schemas {

	private static final Map<String, Object> PROBLEM = Map.of("type", "object", "required", List.of("type", "title", "status", "code", "traceId"), "properties",
			Map.of("type", Map.of("type", "string"), "title", Map.of("type", "string"), "status", Map.of("type", "integer"), "detail", Map.of("type", "string"),
					"instance", Map.of("type", "string"), "code", Map.of("type", "string"), "traceId", Map.of("type", "string"), "errors",
					Map.of("type", "array", "items", Map.of("type", "object", "properties", Map.of("pointer", Map.of("type", "string"), "code",
							Map.of("type", "string"), "message", Map.of("type", "string"))))));

	private final Map<String, Object> named = new TreeMap<>(Map.of("Problem", PROBLEM));

	private final Map<Class<?>, String> names = new LinkedHashMap<>();

	Map<String, Object> all() {
		return named;
	}

	Map<String, Object> of(Type type) {
		if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
			return generic(raw, generic.getActualTypeArguments());
		}
		return type instanceof Class<?> plain ? plain(plain) : Map.of();
	}

	private Map<String, Object> generic(Class<?> raw, Type[] arguments) {
		if (Collection.class.isAssignableFrom(raw) || raw == Iterable.class) {
			return Map.of("type", "array", "items", of(arguments[0]));
		}
		if (Map.class.isAssignableFrom(raw)) {
			return Map.of("type", "object", "additionalProperties", of(arguments[1]));
		}
		if (raw == Optional.class) {
			return of(arguments[0]);
		}
		if (raw == Slice.class) {
			return Map.of("type", "object", "required", List.of("items"), "properties",
					Map.of("items", Map.of("type", "array", "items", of(arguments[0])), "next", Map.of("type", "string")));
		}
		return plain(raw);
	}

	private Map<String, Object> plain(Class<?> type) {
		if (type == String.class || type == CharSequence.class || type == char.class) {
			return Map.of("type", "string");
		}
		if (type == boolean.class || type == Boolean.class) {
			return Map.of("type", "boolean");
		}
		if (type == int.class || type == Integer.class || type == short.class) {
			return Map.of("type", "integer", "format", "int32");
		}
		if (type == long.class || type == Long.class) {
			return Map.of("type", "integer", "format", "int64");
		}
		if (type == double.class || type == float.class || Number.class.isAssignableFrom(type)) {
			return Map.of("type", "number");
		}
		if (type == UUID.class || type == LocalDate.class) {
			return Map.of("type", "string", "format", type == UUID.class ? "uuid" : "date");
		}
		if (type == Instant.class || type == OffsetDateTime.class || type == LocalDateTime.class) {
			return Map.of("type", "string", "format", "date-time");
		}
		if (type.isArray()) {
			return type == byte[].class ? Map.of("type", "string") : Map.of("type", "array", "items", of(type.getComponentType()));
		}
		if (type.isEnum()) {
			return Map.of("type", "string", "enum", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
		}
		for (java.lang.reflect.Method method : type.getMethods()) {
			if (method.isAnnotationPresent(com.fasterxml.jackson.annotation.JsonValue.class)) {
				return of(method.getGenericReturnType());
			}
		}
		return type.isRecord() ? Map.of("$ref", "#/components/schemas/" + record(type)) : Map.of();
	}

	private String record(Class<?> type) {
		String known = names.get(type);
		if (known != null) {
			return known;
		}
		String name = named.containsKey(type.getSimpleName()) ? module(type) + type.getSimpleName() : type.getSimpleName();
		names.put(type, name);
		named.put(name, Map.of());
		Map<String, Object> properties = new LinkedHashMap<>();
		for (RecordComponent component : type.getRecordComponents()) {
			properties.put(component.getName(), of(component.getGenericType()));
		}
		List<String> required = Arrays.stream(type.getRecordComponents()).filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
			.map(RecordComponent::getName).toList();
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "object");
		if (!required.isEmpty()) {
			schema.put("required", required);
		}
		schema.put("properties", properties);
		named.put(name, schema);
		return name;
	}

	private static String module(Class<?> type) {
		String[] parts = type.getPackageName().split("\\.");
		String module = parts.length > 2 ? parts[2] : parts[parts.length - 1];
		return Character.toUpperCase(module.charAt(0)) + module.substring(1);
	}

}
