package vn.motcua.sandbox;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import vn.motcua.sandbox.year.AgencyPlan;
import vn.motcua.sandbox.year.Habit;

/** Reads settings from the command line and from a file whose lines say the same: {@code agencies = H26,H08:5000}. */
final class SettingsReader {

	private static final Set<String> KNOWN = Set.of("config", "agencies", "from", "to", "seed", "data", "platform", "client-id", "client-secret", "interface", "speed", "port",
			"volume", "late", "errors", "habit", "out");

	private static final int MOST_AGENCIES = 200;

	private final Map<String, String> given = new HashMap<>();

	private SettingsReader() {
	}

	/** @throws SettingsProblem that names the setting and the rule */
	static Settings read(List<String> arguments) throws IOException {
		SettingsReader reader = new SettingsReader();
		reader.take(arguments);
		return reader.settings();
	}

	/** The value of one option, {@code null} when it was not given. */
	static @Nullable String option(List<String> arguments, String name) {
		int place = arguments.indexOf("--" + name);
		return place < 0 || place + 1 >= arguments.size() ? null : arguments.get(place + 1);
	}

	private void take(List<String> arguments) throws IOException {
		String file = option(arguments, "config");
		if (file != null) {
			Properties properties = new Properties();
			try (Reader text = Files.newBufferedReader(Path.of(file))) {
				properties.load(text);
			}
			properties.stringPropertyNames().forEach(name -> put(name, properties.getProperty(name).strip()));
		}
		for (int i = 0; i < arguments.size(); i += 2) {
			String name = arguments.get(i);
			if (!name.startsWith("--") || i + 1 >= arguments.size()) {
				throw new SettingsProblem(name.replaceFirst("^-+", ""), "options are written --name value");
			}
			String value = arguments.get(i + 1);
			boolean again = name.equals("--habit") && arguments.subList(0, i).contains("--habit");
			put(name.substring(2), again ? given.get("habit") + " " + value : value);
		}
	}

	private void put(String name, String value) {
		if (!KNOWN.contains(name)) {
			throw new SettingsProblem(name, "there is no such setting; there are " + String.join(", ", KNOWN.stream().sorted().toList()));
		}
		given.put(name, value);
	}

	private Settings settings() {
		LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
		LocalDate from = day("from", today.minusYears(1));
		LocalDate to = day("to", today.plusDays(30));
		if (to.isBefore(from) || to.isAfter(from.plusYears(3))) {
			throw new SettingsProblem("to", "is at most three years after --from, and not before it");
		}
		URI platform = URI.create(given.getOrDefault("platform", "http://localhost:8080"));
		if (platform.getHost() == null || !Set.of("http", "https").contains(platform.getScheme())) {
			throw new SettingsProblem("platform", "is an address such as http://localhost:8080");
		}
		String speed = given.getOrDefault("speed", "max");
		return new Settings(agencies(), from, to, (long) number("seed", 7, Long.MIN_VALUE, Long.MAX_VALUE), Path.of(given.getOrDefault("data", "var/sandbox")), platform,
				given.getOrDefault("client-id", "hanoi-demo"), secret(), way(), speed.equals("max") ? 0 : number("speed", 1, 0.001, 1e7), (int) number("port", 8190, 0, 65_535));
	}

	private List<AgencyPlan> agencies() {
		String[] codes = given.getOrDefault("agencies", "H26.10003").split("[,\\s]+");
		if (codes.length > MOST_AGENCIES) {
			throw new SettingsProblem("agencies", "are at most " + MOST_AGENCIES);
		}
		Map<String, Set<Habit>> habits = habits();
		List<AgencyPlan> plans = new ArrayList<>();
		for (String one : codes) {
			if (!one.matches("[A-Z0-9][A-Z0-9.]{1,30}(:[1-9]\\d{0,6})?")) {
				throw new SettingsProblem("agencies", "are exchange codes with an optional number of dossiers a year, such as H26,H08:5000; not " + one);
			}
			String code = one.split(":")[0];
			int volume = one.contains(":") ? Integer.parseInt(one.split(":")[1]) : (int) number("volume", 2_500, 1, 1_000_000);
			Set<Habit> own = habits.remove(code);
			plans.add(new AgencyPlan(code, plans.size(), volume, (int) number("late", 4, 0, 100), number("errors", 1, 0, 50), own == null ? Set.of() : own));
		}
		if (!habits.isEmpty()) {
			throw new SettingsProblem("habit", habits.keySet().iterator().next() + " is not among --agencies");
		}
		return plans;
	}

	/** {@code H26=one-second,due-moved H08=code-gaps}. */
	private Map<String, Set<Habit>> habits() {
		Map<String, Set<Habit>> habits = new HashMap<>();
		for (String part : given.getOrDefault("habit", "").split("[;\\s]+")) {
			if (part.isEmpty()) {
				continue;
			}
			int equals = part.indexOf('=');
			for (String sign : part.substring(equals + 1).split(",")) {
				Habit habit = Habit.find(sign).filter(_ -> equals > 0).orElseThrow(() -> new SettingsProblem("habit",
						"is AGENCY=SIGN,SIGN with signs among " + String.join(", ", java.util.Arrays.stream(Habit.values()).map(Habit::sign).toList()) + "; not " + part));
				habits.computeIfAbsent(part.substring(0, equals), _ -> new HashSet<>()).add(habit);
			}
		}
		return habits;
	}

	private Way way() {
		return switch (given.getOrDefault("interface", "sync")) {
			case "sync" -> Way.SYNC;
			case "mapi" -> Way.MAPI;
			case String other -> throw new SettingsProblem("interface", "is sync or mapi, not " + other);
		};
	}

	private String secret() {
		String fromOutside = System.getenv("SANDBOX_CLIENT_SECRET");
		return given.getOrDefault("client-secret", fromOutside == null ? "motcua-demo" : fromOutside);
	}

	private LocalDate day(String name, LocalDate otherwise) {
		try {
			return given.containsKey(name) ? LocalDate.parse(given.get(name)) : otherwise;
		}
		catch (DateTimeException unreadable) {
			throw new SettingsProblem(name, "is a day such as 2019-08-01");
		}
	}

	private double number(String name, double otherwise, double least, double most) {
		if (!given.containsKey(name)) {
			return otherwise;
		}
		try {
			double value = Double.parseDouble(given.get(name));
			if (value >= least && value <= most) {
				return value;
			}
		}
		catch (NumberFormatException unreadable) {
			// said below
		}
		throw new SettingsProblem(name, "is a number from " + (long) least + " to " + (long) most);
	}

}
