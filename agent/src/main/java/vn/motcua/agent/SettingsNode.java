package vn.motcua.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A part of the agent's file with its place; what nobody asked for is a slip of the pen and refused. */
final class SettingsNode {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

	private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(s|m|h|d)");

	private final String place;

	private final Map<String, Object> members = new LinkedHashMap<>();

	private final Set<String> asked = new LinkedHashSet<>();

	private final List<SettingsNode> inside = new ArrayList<>();

	SettingsNode(String place, Object value) {
		this.place = place;
		if (!(value instanceof Map<?, ?> map)) {
			throw new SettingsProblem(place, "write members with a colon here");
		}
		map.forEach((name, member) -> members.put(String.valueOf(name), member));
	}

	String place() {
		return place;
	}

	Set<String> names() {
		return members.keySet();
	}

	boolean has(String name) {
		asked.add(name);
		return members.get(name) != null;
	}

	@Nullable Object raw(String name) {
		asked.add(name);
		return members.get(name);
	}

	String at(String name) {
		return place.isEmpty() ? name : place + "." + name;
	}

	SettingsNode node(String name) {
		if (!has(name)) {
			throw new SettingsProblem(at(name), "is missing");
		}
		SettingsNode node = new SettingsNode(at(name), members.get(name));
		inside.add(node);
		return node;
	}

	@Nullable SettingsNode optionalNode(String name) {
		return has(name) ? node(name) : null;
	}

	String text(String name) {
		String text = text(name, "");
		if (text.isEmpty()) {
			throw new SettingsProblem(at(name), "is missing");
		}
		return text;
	}

	String text(String name, String otherwise) {
		if (!has(name)) {
			return otherwise;
		}
		Object value = members.get(name);
		if (value instanceof Map || value instanceof List) {
			throw new SettingsProblem(at(name), "is one value");
		}
		return filled(at(name), String.valueOf(value));
	}

	/** One text or several. */
	List<String> texts(String name, String otherwise) {
		List<Object> written = list(name);
		if (written.stream().anyMatch(each -> each instanceof Map || each instanceof List)) {
			throw new SettingsProblem(at(name), "is one text or a list of texts");
		}
		return written.isEmpty() ? List.of(otherwise) : written.stream().map(each -> filled(at(name), String.valueOf(each))).toList();
	}

	/** Secrets come from the environment: {@code ${NAME}}. */
	private static String filled(String at, String text) {
		return VARIABLE.matcher(text).replaceAll(variable -> {
			String value = System.getenv(variable.group(1));
			if (value == null) {
				throw new SettingsProblem(at, "the environment has no " + variable.group(1));
			}
			return Matcher.quoteReplacement(value);
		});
	}

	int number(String name, int otherwise, int least, int most) {
		String text = text(name, String.valueOf(otherwise));
		if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
			throw new SettingsProblem(at(name), "is a number from " + least + " to " + most);
		}
		return Integer.parseInt(text);
	}

	Duration duration(String name, String otherwise) {
		Matcher matcher = DURATION.matcher(text(name, otherwise));
		if (!matcher.matches()) {
			throw new SettingsProblem(at(name), "is a length of time like 30s, 5m, 12h or 1d");
		}
		long count = Long.parseLong(matcher.group(1));
		return switch (matcher.group(2)) {
			case "s" -> Duration.ofSeconds(count);
			case "m" -> Duration.ofMinutes(count);
			case "h" -> Duration.ofHours(count);
			default -> Duration.ofDays(count);
		};
	}

	List<Object> list(String name) {
		Object value = raw(name);
		if (value == null) {
			return List.of();
		}
		if (value instanceof List<?> list && list.contains(null)) {
			throw new SettingsProblem(at(name), "has an entry with nothing in it; an empty text is written ''");
		}
		return value instanceof List<?> list ? List.copyOf(list) : List.of(value);
	}

	/** Call when everything was asked for. */
	void nothingElse() {
		for (String name : members.keySet()) {
			if (!asked.contains(name)) {
				throw new SettingsProblem(at(name), "is not known here; known are " + String.join(", ", asked));
			}
		}
		inside.forEach(SettingsNode::nothingElse);
	}

}
