package vn.motcua.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;
import vn.motcua.agent.mapping.ColumnRule;
import vn.motcua.agent.mapping.Mapping;
import vn.motcua.agent.source.Columns;

/** Reads the part of the agent's file that says which column is what. */
final class MappingReader {

	private static final int MOST_VALUES = 100_000;

	private final Path folder;

	MappingReader(Path folder) {
		this.folder = folder;
	}

	Mapping mapping(SettingsNode node) throws IOException {
		Map<String, ColumnRule> members = new LinkedHashMap<>();
		SettingsNode applicant = node.optionalNode("applicant");
		for (String member : Mapping.MEMBERS) {
			boolean ofApplicant = member.startsWith("applicant.");
			SettingsNode from = ofApplicant ? applicant : node;
			String name = ofApplicant ? member.substring("applicant.".length()) : member;
			if (from != null && from.has(name)) {
				members.put(member, rule(from, name));
			}
		}
		List<Mapping.Step> steps = steps(node);
		for (String needed : steps.isEmpty() ? List.of("agency", "code", "procedure", "status", "at") : List.of("agency", "code", "procedure")) {
			if (!members.containsKey(needed)) {
				throw new SettingsProblem(node.at(needed), "is missing");
			}
		}
		if (!steps.isEmpty() && members.containsKey("seq")) {
			throw new SettingsProblem(node.at("seq"), "cannot be given where steps are: each row has several lines");
		}
		Map<String, ColumnRule> more = new LinkedHashMap<>();
		SettingsNode others = node.optionalNode("more");
		if (others != null) {
			for (String name : others.names()) {
				more.put(name, rule(others, name));
			}
		}
		return new Mapping(members, more, steps, skips(node));
	}

	private static List<Mapping.Skip> skips(SettingsNode node) {
		List<Mapping.Skip> skips = new ArrayList<>();
		for (Object one : node.list("skip")) {
			SettingsNode skip = new SettingsNode(node.at("skip"), one);
			TreeSet<String> values = new TreeSet<>();
			skip.list("values").forEach(value -> values.add(Columns.plain(String.valueOf(value))));
			if (values.isEmpty()) {
				throw new SettingsProblem(skip.at("values"), "is missing; write what the column says in rows that are left out");
			}
			skips.add(new Mapping.Skip(skip.text("column"), values));
			skip.nothingElse();
		}
		return skips;
	}

	private List<Mapping.Step> steps(SettingsNode node) throws IOException {
		List<Mapping.Step> steps = new ArrayList<>();
		for (Object one : node.list("steps")) {
			SettingsNode step = new SettingsNode(node.at("steps"), one);
			ColumnRule status = step.raw("status") instanceof Map ? rule(step, "status") : ColumnRule.always(String.valueOf(step.number("status", 0, 1, 10)));
			steps.add(new Mapping.Step(status, rule(step, "at")));
			step.nothingElse();
		}
		return steps;
	}

	/** The name of a column, or members that say more. */
	private ColumnRule rule(SettingsNode from, String name) throws IOException {
		if (!(from.raw(name) instanceof Map)) {
			return ColumnRule.of(from.text(name));
		}
		SettingsNode rule = from.node(name);
		if (rule.has("value")) {
			return ColumnRule.always(rule.text("value"));
		}
		Map<String, String> values = rule.has("table") ? table(rule) : new LinkedHashMap<>();
		SettingsNode written = rule.optionalNode("values");
		if (written != null) {
			for (String value : written.names()) {
				values.put(Columns.plain(value), written.text(value));
			}
		}
		List<DateTimeFormatter> formats = new ArrayList<>();
		for (Object pattern : rule.list("format")) {
			formats.add(format(rule, String.valueOf(pattern)));
		}
		String otherwise = rule.has("otherwise") ? rule.text("otherwise") : null;
		return new ColumnRule(rule.text("column"), null, part(rule), values, otherwise, formats, time(rule), optional(rule));
	}

	/** A CSV of two columns: what stands in the source, what it means. */
	private Map<String, String> table(SettingsNode rule) throws IOException {
		Path file = folder.resolve(rule.text("table"));
		Map<String, String> values = new LinkedHashMap<>();
		try (BufferedReader reader = Files.newBufferedReader(file)) {
			reader.readLine();
			for (String line = reader.readLine(); line != null && values.size() < MOST_VALUES; line = reader.readLine()) {
				String[] cells = line.split("[,;\t]", -1);
				if (cells.length == 2) {
					values.put(Columns.plain(unquoted(cells[0])), unquoted(cells[1]));
				}
				else if (!line.isBlank()) {
					throw new SettingsProblem(rule.at("table"), file.getFileName() + " has a row without two cells: " + line);
				}
			}
		}
		catch (java.nio.file.NoSuchFileException none) {
			throw new SettingsProblem(rule.at("table"), "there is no file " + file);
		}
		return values;
	}

	private static String unquoted(String cell) {
		return cell.strip().replaceAll("^\"|\"$", "").replaceFirst("^\\uFEFF", "");
	}

	private static DateTimeFormatter format(SettingsNode rule, String pattern) {
		try {
			return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern.replace('y', 'u')).toFormatter(Locale.ENGLISH)
				.withResolverStyle(ResolverStyle.STRICT);
		}
		catch (IllegalArgumentException notOne) {
			throw new SettingsProblem(rule.at("format"), "is a pattern like dd/MM/yyyy HH:mm: " + notOne.getMessage());
		}
	}

	private static @Nullable Pattern part(SettingsNode rule) {
		try {
			return rule.has("part") ? Pattern.compile(rule.text("part")) : null;
		}
		catch (PatternSyntaxException notOne) {
			throw new SettingsProblem(rule.at("part"), "is a regular expression: " + notOne.getDescription());
		}
	}

	private static boolean optional(SettingsNode rule) {
		String written = rule.text("optional", "false");
		if (!written.equals("true") && !written.equals("false")) {
			throw new SettingsProblem(rule.at("optional"), "is true or false");
		}
		return written.equals("true");
	}

	private static LocalTime time(SettingsNode rule) {
		try {
			return LocalTime.parse(rule.text("time", "00:00"));
		}
		catch (DateTimeException notOne) {
			throw new SettingsProblem(rule.at("time"), "is a time like 17:00");
		}
	}

}
