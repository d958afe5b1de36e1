package vn.motcua.catalogue.feel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.AnswerNumbers;

/** Answers as expressions see them: plain maps and lists, and a date where the form's schema says {@code format: date}. */
public final class FeelValues {

	/** What number() would make a number of millions of digits; the letter in a number plate has at most six digits behind it. */
	private static final Pattern POWER = Pattern.compile("\\s*[-+]?[0-9.]+[eE][-+]?[0-9]{7,}\\s*");

	private FeelValues() {
	}

	/** All answers, to which the caller adds {@code today} and its like. */
	public static Map<String, Object> of(JsonNode answers, JsonNode schema) {
		return object(answers, schema);
	}

	/** One answer; {@code null} for what is not there. */
	public static @Nullable Object value(@Nullable JsonNode answer, @Nullable JsonNode schema) {
		if (answer == null) {
			return null;
		}
		return switch (answer.getNodeType()) {
			case OBJECT -> object(answer, schema);
			case ARRAY -> list(answer, schema);
			case STRING -> text(answer.stringValue(), schema);
			case BOOLEAN -> answer.booleanValue();
			case NUMBER -> number(AnswerNumbers.of(answer));
			default -> null;
		};
	}

	private static Map<String, Object> object(JsonNode answers, @Nullable JsonNode schema) {
		Map<String, Object> values = new HashMap<>();
		JsonNode properties = properties(schema);
		answers.properties().forEach(member -> {
			Object value = value(member.getValue(), properties == null ? null : properties.get(member.getKey()));
			if (value != null) {
				values.put(member.getKey(), value);
			}
		});
		return values;
	}

	private static List<Object> list(JsonNode answers, @Nullable JsonNode schema) {
		JsonNode items = schema == null ? null : schema.get("items");
		List<Object> values = new ArrayList<>(answers.size());
		for (JsonNode item : answers) {
			Object value = value(item, items);
			if (value != null) {
				values.add(value);
			}
		}
		return values;
	}

	private static @Nullable JsonNode properties(@Nullable JsonNode schema) {
		if (schema == null) {
			return null;
		}
		if (schema.path("$ref").asString("").equals("#/$defs/person")) {
			return PersonSchema.PROPERTIES;
		}
		return schema.get("properties");
	}

	private static @Nullable Object text(String text, @Nullable JsonNode schema) {
		if (POWER.matcher(text).matches()) {
			return null;
		}
		if (schema != null && text.length() == 10 && schema.path("format").asString("").equals("date")) {
			try {
				return LocalDate.parse(text);
			}
			catch (DateTimeException notADate) {
				return text;
			}
		}
		return text;
	}

	private static @Nullable Object number(@Nullable BigDecimal number) {
		if (number == null) {
			return null;
		}
		try {
			return number.longValueExact();
		}
		catch (ArithmeticException notWhole) {
			return number;
		}
	}

}
