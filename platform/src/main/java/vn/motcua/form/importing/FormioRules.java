package vn.motcua.form.importing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The validation of a component as members of its schema. */
final class FormioRules {

	private static final String EMAIL = "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$";

	private static final String PHONE = "^[0-9+() .-]{8,20}$";

	private static final int LONGEST_PATTERN = 500;

	private final List<NotCarried> left;

	FormioRules(List<NotCarried> left) {
		this.left = left;
	}

	void text(FormioItem item, ObjectNode schema, int longest) {
		JsonNode validate = item.component().path("validate");
		int most = whole(validate.path("maxLength"), 0);
		int fewest = whole(validate.path("minLength"), 0);
		if (fewest > 0) {
			schema.put("minLength", fewest);
		}
		int mask = item.component().path("inputMask").asString("").length();
		schema.put("maxLength", Math.max(most > 0 ? most : mask > 0 ? mask : longest, fewest));
		String pattern = pattern(item, validate);
		if (pattern != null) {
			schema.put("pattern", pattern);
		}
	}

	private @Nullable String pattern(FormioItem item, JsonNode validate) {
		String written = validate.path("pattern").asString("");
		if (!written.isEmpty()) {
			String whole = (written.startsWith("^") ? "" : "^") + written + (written.endsWith("$") ? "" : "$");
			if (written.length() <= LONGEST_PATTERN && compiles(whole)) {
				return whole;
			}
			tell(item, "pattern", "The pattern \"" + written.substring(0, Math.min(80, written.length())) + "\" cannot be read.");
			return null;
		}
		String mask = item.component().path("inputMask").asString("");
		if (!mask.isEmpty()) {
			return mask(mask);
		}
		return switch (item.type()) {
			case "email" -> EMAIL;
			case "phoneNumber" -> PHONE;
			case "url" -> "^https?://\\S+$";
			default -> null;
		};
	}

	/** A mask of Form.io as a pattern: 9 a digit, a or A a letter, * either. */
	private static String mask(String mask) {
		StringBuilder pattern = new StringBuilder("^");
		mask.chars().forEach(letter -> pattern.append(switch (letter) {
			case '9' -> "[0-9]";
			case 'a', 'A' -> "\\p{L}";
			case '*' -> "[0-9\\p{L}]";
			default -> Character.isLetterOrDigit(letter) || letter == ' ' ? Character.toString(letter) : "\\" + Character.toString(letter);
		}));
		return pattern.append('$').toString();
	}

	void number(FormioItem item, ObjectNode schema, boolean money) {
		JsonNode component = item.component();
		JsonNode validate = component.path("validate");
		String currency = component.path("currency").asString("VND");
		if (money && !currency.equals("VND")) {
			tell(item, "currency", "Amounts are in đồng, not in " + currency + ".");
		}
		boolean whole = money || component.path("decimalLimit").asInt(-1) == 0 || validate.path("integer").asBoolean(false);
		schema.put("type", whole ? "integer" : "number");
		for (String bound : List.of("min", "max")) {
			JsonNode value = validate.path(bound);
			String text = value.asString("");
			if (text.matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
				schema.put(bound.equals("min") ? "minimum" : "maximum", new java.math.BigDecimal(text));
			}
			else if (!text.isEmpty()) {
				tell(item, bound, "\"" + text + "\" is not a number.");
			}
		}
	}

	void chosen(FormioItem item, ObjectNode schema) {
		JsonNode validate = item.component().path("validate");
		put(schema, "minItems", whole(validate.path("minSelectedCount"), 0));
		put(schema, "maxItems", whole(validate.path("maxSelectedCount"), 0));
	}

	void repetitions(FormioItem item, ObjectNode schema) {
		JsonNode validate = item.component().path("validate");
		int fewest = whole(validate.path("minLength"), FormioQuestion.required(item) ? 1 : 0);
		int most = whole(validate.path("maxLength"), 0);
		put(schema, "minItems", Math.min(fewest, 200));
		put(schema, "maxItems", most == 0 ? 50 : Math.min(most, 200));
		if (most > 200) {
			tell(item, "maxLength", "A group has at most 200 repetitions, not " + most + ".");
		}
	}

	/** Days and times of day. */
	String moment(FormioItem item, ObjectNode schema) {
		JsonNode component = item.component();
		schema.put("type", "string");
		boolean timeOnly = item.type().equals("time") || item.type().equals("datetime") && !component.path("enableDate").asBoolean(true);
		if (timeOnly) {
			schema.put("pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$").put("maxLength", 5);
			return "text";
		}
		if (item.type().equals("datetime") && component.path("enableTime").asBoolean(true)) {
			tell(item, "enableTime", "The day is asked, the time of day is not; add a text for it.");
		}
		JsonNode fields = component.path("fields");
		if (fields.path("day").path("hide").asBoolean(false)) {
			if (!fields.path("month").path("hide").asBoolean(false)) {
				tell(item, "fields", "A month without a day cannot be asked; a day or a year is.");
			}
			return "date-or-year";
		}
		schema.put("format", "date");
		bound(item, schema, "x-min", component.path("datePicker").path("minDate").asString(component.path("minDate").asString("")));
		bound(item, schema, "x-max", component.path("datePicker").path("maxDate").asString(component.path("maxDate").asString("")));
		return "date";
	}

	private void bound(FormioItem item, ObjectNode schema, String name, String written) {
		if (written.isBlank()) {
			return;
		}
		String moment = written.replaceAll("\\s+", "");
		var shifted = Pattern.compile("moment\\(\\)\\.(add|subtract)\\((\\d{1,4}),['\"](day|month|year)s?['\"]\\)").matcher(moment);
		if (moment.matches("moment\\(\\)|newDate\\(\\)|today|now")) {
			schema.put(name, "today");
		}
		else if (shifted.matches()) {
			schema.put(name, "today " + (shifted.group(1).equals("add") ? "+ " : "- ") + shifted.group(2) + " " + shifted.group(3) + "s");
		}
		else if (moment.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
			schema.put(name, moment.substring(0, 10));
		}
		else {
			tell(item, name.equals("x-min") ? "minDate" : "maxDate", "The bound \"" + written + "\" is neither a day nor a step from today.");
		}
	}

	/** What no question of the platform has. */
	void tellRest(FormioItem item) {
		JsonNode component = item.component();
		JsonNode validate = component.path("validate");
		tell(item, "validate.custom", validate.path("custom").asString(""), "The script that checks the answer was left out: ");
		if (validate.path("json").isObject() && !validate.path("json").isEmpty()) {
			tell(item, "validate.json", "The logic that checks the answer was left out.");
		}
		tell(item, "customMessage", validate.path("customMessage").asString(""), "The platform uses its own words for problems: ");
		if (component.path("errors").isObject() && !component.path("errors").isEmpty()) {
			tell(item, "errors", "The platform uses its own words for problems.");
		}
		if (whole(validate.path("minWords"), 0) + whole(validate.path("maxWords"), 0) > 0) {
			tell(item, "words", "The number of words is not checked.");
		}
		if (component.path("unique").asBoolean(false)) {
			tell(item, "unique", "Whether somebody else gave the same answer is not checked.");
		}
		if (component.path("multiple").asBoolean(false) && !item.isList() && !item.type().equals("file")) {
			tell(item, "multiple", "One answer is asked; make a group for several.");
		}
		JsonNode fixed = component.path("defaultValue");
		if (fixed.isValueNode() && !fixed.asString("").isEmpty() && !fixed.asString("").equals("false")) {
			tell(item, "defaultValue", "The answer is not filled in before: \"" + fixed.asString("") + "\".");
		}
		tell(item, "customDefaultValue", component.path("customDefaultValue").asString(""), "The script that fills in the answer was left out: ");
		if (component.path("logic").isArray() && !component.path("logic").isEmpty()) {
			tell(item, "logic", "The component's " + component.path("logic").size() + " rules of logic were left out; write conditions.");
		}
		if (component.path("disabled").asBoolean(false)) {
			tell(item, "disabled", "The question can be answered.");
		}
		if (component.has("clearOnHide") && !component.path("clearOnHide").asBoolean(true)) {
			tell(item, "clearOnHide", "The answer to a question that is no longer asked is left out.");
		}
		if (!component.path("editor").asString("").isEmpty() || component.path("wysiwyg").asBoolean(false)) {
			tell(item, "editor", "The answer is plain text.");
		}
	}

	private static boolean compiles(String pattern) {
		try {
			Pattern.compile(pattern);
			return true;
		}
		catch (PatternSyntaxException unreadable) {
			return false;
		}
	}

	private static int whole(JsonNode value, int otherwise) {
		return value.asString("").matches("\\d{1,6}") ? Integer.parseInt(value.asString("")) : otherwise;
	}

	private static void put(ObjectNode schema, String name, int value) {
		if (value > 0) {
			schema.put(name, value);
		}
	}

	private void tell(FormioItem item, String rule, String written, String message) {
		if (!written.isBlank()) {
			String text = Words.plain(written);
			tell(item, rule, message + (text.length() > 120 ? text.substring(0, 120) + "…" : text));
		}
	}

	private void tell(FormioItem item, String rule, String message) {
		left.add(new NotCarried(item.key(), rule, message));
	}

}
