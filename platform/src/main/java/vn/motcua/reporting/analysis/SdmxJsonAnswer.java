package vn.motcua.reporting.analysis;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Totals;

/** An answer as an SDMX-JSON 2.0.0 data message: time series by indicator, part, figure and unit. */
final class SdmxJsonAnswer {

	static final String SCHEMA = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json";

	private static final String[] STATUS = { "A", "E", "I", "M", "P" };

	private static final LocalizedText[] STATUS_NAMES = { new LocalizedText("Bình thường", "Normal value"), new LocalizedText("Ước tính", "Estimated value"),
			new LocalizedText("Số liệu mô phỏng", "Imputed value: made up for demonstration"), new LocalizedText("Không có", "Missing value"),
			new LocalizedText("Tạm thời", "Provisional value") };

	private final Answer answer;

	private final Out out;

	private final Map<String, LocalizedText> indicators = new LinkedHashMap<>();

	private final Map<String, LocalizedText> parts = new LinkedHashMap<>();

	private final Map<String, LocalizedText> figures = new LinkedHashMap<>();

	private final Map<String, LocalizedText> areas = new LinkedHashMap<>();

	private final Map<String, LocalizedText> unitsOfMeasure = new LinkedHashMap<>();

	private SdmxJsonAnswer(Answer answer, Out out) {
		this.answer = answer;
		this.out = out;
	}

	static void write(Answer answer, Out out, Instant now) throws IOException {
		new SdmxJsonAnswer(answer, out).message(now);
	}

	private void message(Instant now) throws IOException {
		out.raw("{\"meta\":{\"schema\":").string(SCHEMA).raw(",\"id\":").string("MOTCUA-" + now.toEpochMilli()).raw(",\"prepared\":").string(now.toString())
			.raw(",\"test\":").raw(Boolean.toString(answer.any(Flag.SYNTHETIC))).raw(",\"contentLanguages\":[\"vi\",\"en\"],\"sender\":{\"id\":\"MOTCUA\",\"name\":\"Một Cửa\"}},\"data\":{");
		if (answer.rows().isEmpty() || answer.columns().isEmpty()) {
			out.raw("\"structures\":[],\"dataSets\":[]}}\n");
			return;
		}
		for (Answer.Row row : answer.rows()) {
			indicators.putIfAbsent(row.measure().indicator().code().value(), row.measure().indicator().name());
			parts.putIfAbsent(SdmxCodes.part(row.measure().breakdown()), row.measure().part() == null ? SdmxCodes.TOTAL : row.measure().part());
			figures.putIfAbsent(row.figure().name(), LocalizedText.same(row.figure().word()));
			areas.putIfAbsent(SdmxCodes.area(row.unit()), row.unit().name());
			unitsOfMeasure.putIfAbsent(measured(row), LocalizedText.same(measured(row)));
		}
		structure();
		data();
		out.raw("}}\n");
	}

	private static String measured(Answer.Row row) {
		return (row.figure().percent() ? "PERCENT" : row.measure().indicator().unit()).replaceAll("[^A-Za-z0-9_@$-]", "_");
	}

	private void structure() throws IOException {
		out.raw("\"structures\":[{\"dataSets\":[0],\"links\":[{\"urn\":").string(SdmxCodes.DATAFLOW_URN).raw(",\"rel\":\"dataflow\"},{\"urn\":").string(SdmxCodes.STRUCTURE_URN)
			.raw(",\"rel\":\"datastructure\"}],\"dimensions\":{\"series\":[");
		dimension("INDICATOR", "Indicator", 0, indicators);
		out.raw(',');
		dimension("BREAKDOWN", "Breakdown", 1, parts);
		out.raw(',');
		dimension("FIGURE", "Figure", 2, figures);
		out.raw(',');
		dimension("REF_AREA", "Reference area", 3, areas);
		out.raw("],\"observation\":[{\"id\":\"TIME_PERIOD\",\"name\":\"Time period\",\"keyPosition\":4,\"roles\":[\"TIME_PERIOD\"],\"values\":[");
		boolean first = true;
		for (Answer.Column column : answer.columns()) {
			String period = SdmxCodes.period(answer.type(), column.starts());
			out.raw(first ? "" : ",");
			if (period.contains("/")) {
				out.raw("{\"value\":").string(period);
			}
			else {
				out.raw("{\"id\":").string(period).raw(",\"name\":").string(period);
			}
			out.raw(",\"start\":").string(column.starts() + "T00:00:00Z").raw('}');
			first = false;
		}
		out.raw("]}]},\"measures\":{\"observation\":[{\"id\":\"OBS_VALUE\",\"name\":\"Observation value\",\"roles\":[\"OBS_VALUE\"]}]},\"attributes\":{\"series\":[");
		attribute("UNIT_MEASURE", "Unit of measure", "{\"dimensions\":[\"INDICATOR\",\"FIGURE\"]}", unitsOfMeasure);
		out.raw("],\"observation\":[");
		attribute("OBS_STATUS", "Observation status", "{\"observation\":{}}", statuses());
		out.raw(",{\"id\":\"FLAGS\",\"name\":\"What must be said beside the figure\",\"relationship\":{\"observation\":{}}}]}}]");
	}

	static Map<String, LocalizedText> statuses() {
		Map<String, LocalizedText> statuses = new LinkedHashMap<>();
		for (int s = 0; s < STATUS.length; s++) {
			statuses.put(STATUS[s], STATUS_NAMES[s]);
		}
		return statuses;
	}

	private void dimension(String id, String name, int position, Map<String, LocalizedText> values) throws IOException {
		out.raw("{\"id\":").string(id).raw(",\"name\":").string(name).raw(",\"keyPosition\":").number(position).raw(',');
		values(values);
	}

	private void attribute(String id, String name, String relationship, Map<String, LocalizedText> values) throws IOException {
		out.raw("{\"id\":").string(id).raw(",\"name\":").string(name).raw(",\"relationship\":").raw(relationship).raw(',');
		values(values);
	}

	private void values(Map<String, LocalizedText> values) throws IOException {
		out.raw("\"values\":[");
		boolean first = true;
		for (Map.Entry<String, LocalizedText> value : values.entrySet()) {
			out.raw(first ? "" : ",").raw("{\"id\":").string(value.getKey()).raw(",\"name\":").string(value.getValue().vi()).raw(",\"names\":{\"vi\":")
				.string(value.getValue().vi()).raw(",\"en\":").string(value.getValue().en()).raw("}}");
			first = false;
		}
		out.raw("]}");
	}

	private void data() throws IOException {
		List<String> indicatorIds = new ArrayList<>(indicators.keySet());
		Map<String, Integer> areaPlaces = places(areas);
		Map<String, Integer> partPlaces = places(parts);
		Map<String, Integer> figurePlaces = places(figures);
		Map<String, Integer> measuredPlaces = places(unitsOfMeasure);
		out.raw(",\"dataSets\":[{\"structure\":0,\"action\":\"Replace\",\"links\":[{\"urn\":").string(SdmxCodes.DATAFLOW_URN).raw(",\"rel\":\"dataflow\"}],\"series\":{");
		boolean first = true;
		for (Answer.Row row : answer.rows()) {
			out.raw(first ? "\n\"" : ",\n\"").number(indicatorIds.indexOf(row.measure().indicator().code().value())).raw(':')
				.number(partPlaces.get(SdmxCodes.part(row.measure().breakdown()))).raw(':').number(figurePlaces.get(row.figure().name())).raw(':')
				.number(areaPlaces.get(SdmxCodes.area(row.unit()))).raw("\":{\"attributes\":[").number(measuredPlaces.get(measured(row))).raw("],\"observations\":{");
			observations(row);
			out.raw("}}");
			first = false;
		}
		out.raw("}}]");
	}

	private void observations(Answer.Row row) throws IOException {
		boolean first = true;
		for (int c = 0; c < row.amounts().length; c++) {
			if (row.amounts()[c] == Totals.EMPTY) {
				continue;
			}
			out.raw(first ? "\"" : ",\"").number(c).raw("\":[").decimal(row.amounts()[c], row.decimals(), "null").raw(',').number(status(row.flags(c)));
			if (row.flags(c) != 0) {
				out.raw(",\"").raw(Flag.words(row.flags(c))).raw('"');
			}
			out.raw(']');
			first = false;
		}
	}

	private static int status(int flags) {
		return List.of(STATUS).indexOf(SdmxCodes.status(flags));
	}

	private static Map<String, Integer> places(Map<String, LocalizedText> values) {
		Map<String, Integer> places = new LinkedHashMap<>();
		values.keySet().forEach(id -> places.put(id, places.size()));
		return places;
	}

}
