package vn.motcua.reporting.analysis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Reads observations of SDMX-CSV 2.0 and SDMX-JSON 2.0 data messages, of our own data structure. */
final class SdmxReader {

	static final int MOST_LINES = 50_000;

	/** Of a structure; ours has five. Each is looked at for every observation. */
	private static final int MOST_DIMENSIONS = 20;

	private static final int MOST_DIGITS = 400;

	private static final List<String> NEEDED = List.of("INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE");

	private SdmxReader() {
	}

	static List<SdmxLine> csv(byte[] content) {
		List<String> lines = new String(content, StandardCharsets.UTF_8).replace("\ufeff", "").lines().toList();
		List<String> head = lines.isEmpty() ? List.of() : cells(lines.getFirst());
		NEEDED.stream().filter(column -> !head.contains(column)).findFirst().ifPresent(column -> refuse("/" + column, "reporting.sdmx.column", "column", column));
		List<SdmxLine> read = new ArrayList<>();
		for (int i = 1; i < lines.size(); i++) {
			List<String> cells = cells(lines.get(i));
			if (lines.get(i).isBlank()) {
				continue;
			}
			Map<String, String> values = new HashMap<>();
			for (int c = 0; c < Math.min(head.size(), cells.size()); c++) {
				values.put(head.get(c), cells.get(c).strip());
			}
			read.add(line(i + 1, values, read.size()));
		}
		return read;
	}

	static List<SdmxLine> json(byte[] content, JsonMapper mapper) {
		JsonNode message;
		try {
			message = mapper.readTree(content);
		}
		catch (StreamConstraintsException tooMuch) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/lines", "reporting.sdmx.lines", "max", MOST_LINES)));
		}
		catch (JacksonException unreadable) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
		List<SdmxLine> read = new ArrayList<>();
		for (JsonNode set : message.at("/data/dataSets")) {
			if (set.path("action").asString("").equalsIgnoreCase("Delete")) {
				refuse("/data/dataSets", "reporting.sdmx.delete", "line", read.size() + 1);
			}
			JsonNode structure = message.at("/data/structures/" + set.path("structure").asInt(0) + "/dimensions");
			Map<String, String> fixed = new HashMap<>();
			for (String level : List.of("dataSet", "series", "observation")) {
				if (structure.path(level).size() > MOST_DIMENSIONS) {
					refuse("/data/structures/dimensions/" + level, "reporting.sdmx.dimensions", "max", MOST_DIMENSIONS);
				}
			}
			for (JsonNode dimension : structure.path("dataSet")) {
				fixed.put(dimension.path("id").asString(""), id(dimension.path("values").path(0)));
			}
			set.path("series").forEachEntry((key, series) -> observations(series.path("observations"), structure, with(fixed, structure.path("series"), key), read));
			observations(set.path("observations"), structure, fixed, read);
		}
		return read;
	}

	private static void observations(JsonNode observations, JsonNode structure, Map<String, String> of, List<SdmxLine> read) {
		observations.forEachEntry((key, observation) -> {
			Map<String, String> values = with(of, structure.path("observation"), key);
			JsonNode value = observation.path(0);
			values.put("OBS_VALUE", value.isNumber() ? plain(value) : value.asString(""));
			read.add(line(read.size() + 1, values, read.size()));
		});
	}

	/** Without an exponent; numbers too large for any figure stay as they are written and are refused. */
	private static String plain(JsonNode number) {
		return number.decimalValueOpt().map(value -> Math.abs((long) value.scale()) <= MOST_DIGITS ? value.toPlainString() : value.toString()).orElse("NaN");
	}

	private static Map<String, String> with(Map<String, String> fixed, JsonNode dimensions, String key) {
		Map<String, String> values = new HashMap<>(fixed);
		String[] places = key.split(":");
		for (int d = 0; d < dimensions.size(); d++) {
			String place = d < places.length ? places[d] : "";
			values.put(dimensions.path(d).path("id").asString(""), place.matches("\\d{1,7}") ? id(dimensions.path(d).path("values").path(Integer.parseInt(place))) : "");
		}
		return values;
	}

	private static String id(JsonNode value) {
		return value.has("id") ? value.path("id").asString("") : value.path("value").asString("");
	}

	private static SdmxLine line(int number, Map<String, String> values, int before) {
		if (before >= MOST_LINES) {
			refuse("/lines", "reporting.sdmx.lines", "max", MOST_LINES);
		}
		String figure = values.getOrDefault("FIGURE", "");
		if (!figure.isEmpty() && !figure.equals(Figure.VALUE.name())) {
			refuse("/lines/" + number, "reporting.sdmx.figure", "figure", cut(figure));
		}
		if (Arrays.asList("D", "Delete").contains(values.getOrDefault("ACTION", ""))) {
			refuse("/lines/" + number, "reporting.sdmx.delete", "line", number);
		}
		return new SdmxLine(number, values.getOrDefault("INDICATOR", ""), SdmxCodes.breakdown(values.getOrDefault("BREAKDOWN", "_T")), SdmxCodes.agency(values.getOrDefault("REF_AREA", "")),
				SdmxCodes.code(values.getOrDefault("TIME_PERIOD", "")), values.getOrDefault("OBS_VALUE", ""));
	}

	static String cut(String text) {
		return text.length() > 40 ? text.substring(0, 40) + "…" : text;
	}

	/** Cells of one line; our columns hold no line ends. */
	private static List<String> cells(String line) {
		List<String> cells = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			char sign = line.charAt(i);
			if (sign == '"') {
				boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
				if (doubled) {
					cell.append('"');
					i++;
				}
				else {
					quoted = !quoted;
				}
			}
			else if (sign == ',' && !quoted) {
				cells.add(cell.toString());
				cell.setLength(0);
			}
			else {
				cell.append(sign);
			}
		}
		cells.add(cell.toString());
		return cells;
	}

	private static void refuse(String pointer, String code, String name, Object value) {
		throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, code, name, value)));
	}

}
