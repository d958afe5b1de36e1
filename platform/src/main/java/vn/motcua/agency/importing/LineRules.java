package vn.motcua.agency.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency.Level;

/** The form each field must have; what a line says about other lines and about the tree is checked by {@link TreePlan}. */
final class LineRules {

	private static final int LONGEST_NAME = 200;

	private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	/** Decision 20/2020/QĐ-TTg: at most 35 characters; QCVN 102:2016/BTTTT: 13. */
	private static final Pattern EXCHANGE_CODE = Pattern.compile("[0-9A-Z][0-9A-Z.]{1,34}");

	private static final Map<Level, Pattern> CODES = new EnumMap<>(Map.of(Level.PROVINCE, Pattern.compile("\\d{2}"), Level.DISTRICT,
			Pattern.compile("\\d{3}"), Level.COMMUNE, Pattern.compile("\\d{5}")));

	private static final Map<Level, Set<String>> KINDS = new EnumMap<>(Map.of(Level.PROVINCE, Set.of("tinh", "thanh-pho-trung-uong"),
			Level.DISTRICT, Set.of("quan", "huyen", "thi-xa", "thanh-pho"), Level.COMMUNE, Set.of("phuong", "xa", "thi-tran", "dac-khu")));

	private final List<LineProblem> problems;

	private final Set<String> seen = new HashSet<>();

	LineRules(List<LineProblem> problems) {
		this.problems = problems;
	}

	List<TreeLine> check(List<RawLine> lines) {
		List<TreeLine> fine = new ArrayList<>(lines.size());
		for (RawLine line : lines) {
			int before = problems.size();
			Optional<Level> level = level(line);
			level.ifPresent(known -> fields(line, known));
			if (problems.size() == before && level.isPresent()) {
				fine.add(treeLine(line, level.get()));
			}
		}
		return fine;
	}

	private Optional<Level> level(RawLine line) {
		Optional<Level> level = Arrays.stream(Level.values()).filter(known -> known.name().toLowerCase(Locale.ROOT).equals(line.get(Column.LEVEL)))
			.findFirst();
		if (level.isEmpty()) {
			wrong(line, Column.LEVEL, line.get(Column.LEVEL).isEmpty() ? "required" : "level");
		}
		return level;
	}

	private void fields(RawLine line, Level level) {
		name(line, Column.NAME, true);
		name(line, Column.NAME_EN, false);
		kind(line, level);
		Pattern code = CODES.get(level);
		if (code != null) {
			must(line, Column.CODE, code.matcher(line.get(Column.CODE)).matches(), "code");
			once(line, Column.CODE, level.name());
			must(line, Column.PARENT, line.get(Column.PARENT).isEmpty() == (level == Level.PROVINCE), level == Level.PROVINCE ? "no-parent" : "required");
		}
		else {
			must(line, Column.CODE, line.get(Column.CODE).isEmpty() || EXCHANGE_CODE.matcher(line.get(Column.CODE)).matches(), "exchange-code");
			must(line, Column.PARENT, level != Level.DEPARTMENT || !line.get(Column.PARENT).isEmpty(), "required");
		}
		must(line, Column.EXCHANGE_CODE, line.get(Column.EXCHANGE_CODE).isEmpty() || EXCHANGE_CODE.matcher(line.get(Column.EXCHANGE_CODE)).matches(),
				"exchange-code");
		once(line, Column.EXCHANGE_CODE, "");
		must(line, Column.ID, line.get(Column.ID).matches("|new|[1-9][0-9]{0,8}"), "id");
		if (!line.get(Column.ID).equals("new")) {
			once(line, Column.ID, "");
		}
	}

	private void name(RawLine line, Column column, boolean needed) {
		String name = line.get(column);
		if (name.isEmpty()) {
			must(line, column, !needed, "required");
		}
		else {
			must(line, column, name.length() <= LONGEST_NAME, "too-long");
			must(line, column, Character.isLetterOrDigit(name.codePointAt(0)) && name.chars().noneMatch(c -> Character.isISOControl(c) || c == '<'),
					"characters");
		}
	}

	private void kind(RawLine line, Level level) {
		String kind = line.get(Column.KIND);
		Set<String> known = KINDS.get(level);
		must(line, Column.KIND, !kind.isEmpty(), "required");
		must(line, Column.KIND, kind.isEmpty() || (known == null ? kind.length() <= 60 && SLUG.matcher(kind).matches() : known.contains(kind)), "kind");
	}

	private void once(RawLine line, Column column, String within) {
		String value = line.get(column);
		must(line, column, value.isEmpty() || seen.add(column + within + value), "twice");
	}

	private void must(RawLine line, Column column, boolean holds, String rule) {
		if (!holds) {
			wrong(line, column, rule);
		}
	}

	private void wrong(RawLine line, Column column, String rule) {
		problems.add(LineProblem.of(line, column, rule));
	}

	private static TreeLine treeLine(RawLine line, Level level) {
		String id = line.get(Column.ID);
		boolean territorial = CODES.containsKey(level);
		String exchangeCode = line.get(Column.EXCHANGE_CODE).isEmpty() && !territorial ? line.get(Column.CODE) : line.get(Column.EXCHANGE_CODE);
		String replaces = line.get(Column.REPLACES);
		return new TreeLine(line.number(), level, line.get(Column.KIND), line.get(Column.NAME), orNull(line.get(Column.NAME_EN)),
				territorial ? line.get(Column.CODE) : null, line.get(Column.PARENT), orNull(exchangeCode),
				id.isEmpty() || id.equals("new") ? null : Integer.valueOf(id), id.equals("new"),
				replaces.isEmpty() ? List.of() : List.of(replaces.split("\\s+")));
	}

	private static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

}
