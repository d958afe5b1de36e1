package vn.motcua.reporting.regime;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.burden.BurdenRule;

/** Files of indicators, dimensions, targets and of how burden is measured: comma-separated, quoted where needed, a line for each. */
final class DesignCsv {

	static final String INDICATORS = "code,field,name_vi,name_en,unit,decimals,definition_vi,definition_en,formula,dimensions,over_units,over_time,weight,responsible,frequency,source";

	static final String DIMENSIONS = "dimension,item,name_vi,name_en";

	static final String TARGETS = "indicator,year,amount,source";

	/** What single agencies should reach. */
	static final String TARGETS_OF_AGENCIES = "indicator,year,agency,amount,source";

	/** How burden is measured. */
	static final String BURDEN = "valid_from,idle_minutes,least_reports,most_reports,months,yearly_income_vnd,hours_in_year,source";

	private final List<String> findings = new ArrayList<>();

	List<String> findings() {
		return findings;
	}

	/** @param agencies number of a ministry by its kind */
	List<Indicator> indicators(List<String> lines, Function<String, @Nullable AgencyId> agencies) {
		return read(lines, INDICATORS, row -> new Indicator(new IndicatorCode(row.get("code")), row.get("field"), text(row, "name"), row.get("unit"),
				Integer.parseInt(row.get("decimals")), text(row, "definition"), maybe(row.get("formula")),
				row.get("dimensions").isEmpty() ? List.of() : List.of(row.get("dimensions").split(" ")), Aggregation.valueOf(row.get("over_units")),
				Aggregation.valueOf(row.get("over_time")), row.get("weight").isEmpty() ? null : new IndicatorCode(row.get("weight")), agencies.apply(row.get("responsible")),
				PeriodType.valueOf(row.get("frequency")), row.get("source").isEmpty() ? "unverified" : row.get("source")));
	}

	List<Dimension> dimensions(List<String> lines) {
		Map<String, LocalizedText> names = new LinkedHashMap<>();
		Map<String, List<Dimension.Item>> items = new HashMap<>();
		read(lines, DIMENSIONS, row -> {
			if (row.get("item").isEmpty()) {
				names.put(row.get("dimension"), text(row, "name"));
			}
			else {
				items.computeIfAbsent(row.get("dimension"), _ -> new ArrayList<>()).add(new Dimension.Item(row.get("item"), text(row, "name")));
			}
			return row;
		});
		return names.entrySet().stream().map(one -> new Dimension(one.getKey(), one.getValue(), items.getOrDefault(one.getKey(), List.of()))).toList();
	}

	/** @param known whether there is such an indicator @param agencies number of an agency by its code and the year, {@code null} for none */
	List<Target> targets(List<String> lines, Predicate<IndicatorCode> known, BiFunction<String, Integer, @Nullable Integer> agencies) {
		return read(lines, lines.getFirst().strip(), row -> {
			IndicatorCode indicator = new IndicatorCode(row.get("indicator"));
			if (!known.test(indicator)) {
				throw new IllegalArgumentException("no indicator is called " + indicator);
			}
			int year = Integer.parseInt(row.get("year"));
			if (year < 2000 || year > 2100) {
				throw new IllegalArgumentException("a year is from 2000 to 2100");
			}
			String agency = row.getOrDefault("agency", "");
			Integer number = agency.isEmpty() ? Integer.valueOf(0) : agencies.apply(agency, year);
			if (number == null) {
				throw new IllegalArgumentException("no agency has the code " + agency + " at the end of " + year);
			}
			if (!row.get("amount").matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
				throw new IllegalArgumentException("an amount is a plain decimal, at most 15 digits and 6 after the point");
			}
			return new Target(indicator, year, number, new BigDecimal(row.get("amount")), row.get("source").isEmpty() ? "unverified" : row.get("source"), null);
		});
	}

	List<BurdenRule> burden(List<String> lines) {
		return read(lines, BURDEN, row -> new BurdenRule(day(row.get("valid_from")), Integer.parseInt(row.get("idle_minutes")), Integer.parseInt(row.get("least_reports")),
				Integer.parseInt(row.get("most_reports")), Integer.parseInt(row.get("months")), Long.parseLong(row.get("yearly_income_vnd")), Integer.parseInt(row.get("hours_in_year")),
				row.get("source").isEmpty() ? "unverified" : row.get("source")));
	}

	private static LocalDate day(String text) {
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeException unreadable) {
			throw new IllegalArgumentException("a day is written like 2026-01-31", unreadable);
		}
	}

	private <T> List<T> read(List<String> lines, String header, Function<Map<String, String>, T> reader) {
		List<T> read = new ArrayList<>();
		String[] columns = header.split(",");
		for (int at = 1; at < lines.size(); at++) {
			List<String> cells = cells(lines.get(at));
			if (cells.size() != columns.length) {
				findings.add("line " + (at + 1) + ": columns: " + cells.size() + " instead of " + columns.length);
				continue;
			}
			Map<String, String> row = new HashMap<>();
			for (int column = 0; column < columns.length; column++) {
				row.put(columns[column], cells.get(column));
			}
			try {
				read.add(reader.apply(row));
			}
			catch (IllegalArgumentException wrong) {
				findings.add("line " + (at + 1) + ": value: " + wrong.getMessage());
			}
		}
		return read;
	}

	private static LocalizedText text(Map<String, String> row, String column) {
		return new LocalizedText(row.get(column + "_vi"), row.get(column + "_en"));
	}

	private static @Nullable String maybe(String text) {
		return text.isEmpty() ? null : text;
	}

	private static List<String> cells(String line) {
		List<String> cells = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int at = 0; at < line.length(); at++) {
			char sign = line.charAt(at);
			if (sign == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
				cell.append(sign);
				at++;
			}
			else if (sign == '"') {
				quoted = !quoted;
			}
			else if (sign == ',' && !quoted) {
				cells.add(cell.toString().strip());
				cell.setLength(0);
			}
			else {
				cell.append(sign);
			}
		}
		cells.add(cell.toString().strip());
		return cells;
	}

}
