package vn.motcua.reporting.analysis;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.site.Messages;
import vn.motcua.site.Page;

/** What our SDMX data are made of, as an SDMX-JSON 2.0.0 structure message: one data structure over all indicators, its codelists and concepts. */
@Component
class SdmxStructure {

	private static final String SCHEMA = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";

	private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

	private static final int MONTHS_APART = 6;

	private static final Map<String, LocalizedText> CONCEPTS = new LinkedHashMap<>();

	static {
		CONCEPTS.put("INDICATOR", new LocalizedText("Chỉ tiêu", "Indicator"));
		CONCEPTS.put("BREAKDOWN", new LocalizedText("Phân tổ", "Breakdown"));
		CONCEPTS.put("FIGURE", new LocalizedText("Loại số", "Figure"));
		CONCEPTS.put("REF_AREA", new LocalizedText("Đơn vị", "Reference area"));
		CONCEPTS.put("TIME_PERIOD", new LocalizedText("Kỳ", "Time period"));
		CONCEPTS.put("OBS_VALUE", new LocalizedText("Giá trị", "Observation value"));
		CONCEPTS.put("UNIT_MEASURE", new LocalizedText("Đơn vị tính", "Unit of measure"));
		CONCEPTS.put("OBS_STATUS", new LocalizedText("Tình trạng", "Observation status"));
		CONCEPTS.put("FLAGS", new LocalizedText("Điều phải nói kèm", "What must be said beside the figure"));
	}

	private final Indicators indicators;

	private final Regimes regimes;

	private final Cells cells;

	private final Agencies agencies;

	private final Messages messages;

	private final JsonMapper json;

	private final Clock clock;

	SdmxStructure(Indicators indicators, Regimes regimes, Cells cells, Agencies agencies, Messages messages, JsonMapper json, Clock clock) {
		this.indicators = indicators;
		this.regimes = regimes;
		this.cells = cells;
		this.agencies = agencies;
		this.messages = messages;
		this.json = json;
		this.clock = clock;
	}

	ObjectNode message() {
		ObjectNode message = json.createObjectNode();
		ObjectNode meta = message.putObject("meta");
		meta.put("schema", SCHEMA).put("id", "MOTCUA-STRUCTURE").put("prepared", clock.instant().toString()).put("test", false);
		meta.putArray("contentLanguages").add("vi").add("en");
		meta.putObject("sender").put("id", SdmxCodes.AGENCY).put("name", "Một Cửa");
		ObjectNode data = message.putObject("data");
		ObjectNode scheme = artefact(data.putArray("conceptSchemes").addObject(), "CS_FIGURES", new LocalizedText("Khái niệm của số liệu báo cáo", "Concepts of reported figures"));
		ArrayNode concepts = scheme.putArray("concepts");
		CONCEPTS.forEach((id, name) -> named(concepts.addObject().put("id", id), name));
		ArrayNode codelists = data.putArray("codelists");
		codelist(codelists, "CL_INDICATOR", CONCEPTS.get("INDICATOR"), indicatorCodes());
		codelist(codelists, "CL_BREAKDOWN", CONCEPTS.get("BREAKDOWN"), partCodes());
		codelist(codelists, "CL_FIGURE", CONCEPTS.get("FIGURE"), figureCodes());
		codelist(codelists, "CL_AREA", CONCEPTS.get("REF_AREA"), areaCodes());
		codelist(codelists, "CL_OBS_STATUS", CONCEPTS.get("OBS_STATUS"), SdmxJsonAnswer.statuses());
		structure(data.putArray("dataStructures").addObject());
		artefact(data.putArray("dataflows").addObject(), "DF_FIGURES", new LocalizedText("Số liệu báo cáo", "Reported figures")).put("structure", SdmxCodes.STRUCTURE_URN);
		return message;
	}

	private static void structure(ObjectNode structure) {
		artefact(structure, "DSD_FIGURES", new LocalizedText("Cấu trúc số liệu báo cáo", "Structure of reported figures"));
		ObjectNode components = structure.putObject("dataStructureComponents");
		ObjectNode dimensions = components.putObject("dimensionList").put("id", "DimensionDescriptor");
		ArrayNode list = dimensions.putArray("dimensions");
		int position = 0;
		for (String[] dimension : new String[][] { { "INDICATOR", "CL_INDICATOR" }, { "BREAKDOWN", "CL_BREAKDOWN" }, { "FIGURE", "CL_FIGURE" }, { "REF_AREA", "CL_AREA" } }) {
			component(list.addObject(), dimension[0]).put("position", position++).putObject("localRepresentation").put("enumeration", urn("codelist.Codelist", dimension[1]));
		}
		component(dimensions.putObject("timeDimension"), "TIME_PERIOD").putObject("localRepresentation").putObject("format").put("dataType", "ObservationalTimePeriod");
		component(components.putObject("measureList").put("id", "MeasureDescriptor").putArray("measures").addObject(), "OBS_VALUE").putObject("localRepresentation").putObject("format")
			.put("dataType", "Decimal");
		ArrayNode attributes = components.putObject("attributeList").put("id", "AttributeDescriptor").putArray("attributes");
		ObjectNode unit = component(attributes.addObject(), "UNIT_MEASURE").put("usage", "optional");
		unit.putObject("attributeRelationship").putArray("dimensions").add("INDICATOR").add("FIGURE");
		unit.putObject("localRepresentation").putObject("format").put("dataType", "String");
		ObjectNode status = component(attributes.addObject(), "OBS_STATUS").put("usage", "optional");
		status.putObject("attributeRelationship").putObject("observation");
		status.putObject("localRepresentation").put("enumeration", urn("codelist.Codelist", "CL_OBS_STATUS"));
		ObjectNode flags = component(attributes.addObject(), "FLAGS").put("usage", "optional");
		flags.putObject("attributeRelationship").putObject("observation");
		flags.putObject("localRepresentation").putObject("format").put("dataType", "String");
	}

	private Map<String, LocalizedText> indicatorCodes() {
		Map<String, LocalizedText> codes = new LinkedHashMap<>();
		for (Indicator indicator : indicators.all()) {
			codes.put(indicator.code().value(), indicator.name());
		}
		return codes;
	}

	private Map<String, LocalizedText> partCodes() {
		Map<String, LocalizedText> codes = new TreeMap<>();
		for (Regime regime : regimes.all()) {
			for (Cell cell : cells.of(regime.number())) {
				codes.computeIfAbsent(SdmxCodes.part(cell.breakdown()), _ -> cell.breakdown().whole() ? SdmxCodes.TOTAL : indicators.words(cell.breakdown()));
			}
		}
		codes.put(SdmxCodes.part(Breakdown.WHOLE), SdmxCodes.TOTAL);
		return codes;
	}

	private Map<String, LocalizedText> figureCodes() {
		Map<String, LocalizedText> codes = new LinkedHashMap<>();
		for (Figure figure : Figure.values()) {
			String key = "reporting.analysis.figure." + figure.word();
			codes.put(figure.name(), new LocalizedText(messages.text(Locale.of("vi"), key), messages.text(Locale.ENGLISH, key)));
		}
		return codes;
	}

	/** The country, ministries, departments, provinces, districts and communes of today and of each half-year since 2020: whatever figures can be of. */
	private Map<String, LocalizedText> areaCodes() {
		Map<String, LocalizedText> codes = new LinkedHashMap<>();
		codes.put(Unit.COUNTRY_CODE, Unit.COUNTRY.name());
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		List<LocalDate> before = FIRST.datesUntil(today, Period.ofMonths(MONTHS_APART)).toList();
		Set<Long> trees = new HashSet<>();
		for (LocalDate day : Stream.concat(Stream.of(today), before.reversed().stream()).filter(one -> trees.add(agencies.shape(one))).toList()) {
			for (Agency.Level level : List.of(Agency.Level.MINISTRY, Agency.Level.ORGANISATION, Agency.Level.DEPARTMENT)) {
				areas(agencies.all(level, day), codes);
			}
			for (Agency province : agencies.all(Agency.Level.PROVINCE, day)) {
				areas(List.of(province), codes);
				for (Agency district : agencies.children(province.id(), Agency.Level.DISTRICT, day)) {
					areas(List.of(district), codes);
					areas(agencies.children(district.id(), Agency.Level.COMMUNE, day), codes);
				}
				areas(agencies.children(province.id(), Agency.Level.COMMUNE, day), codes);
			}
		}
		return codes;
	}

	private static void areas(List<Agency> units, Map<String, LocalizedText> codes) {
		units.forEach(unit -> codes.putIfAbsent(SdmxCodes.area(Unit.of(unit)), unit.fullName()));
	}

	private static void codelist(ArrayNode codelists, String id, LocalizedText name, Map<String, LocalizedText> codes) {
		ArrayNode list = artefact(codelists.addObject(), id, name).putArray("codes");
		codes.forEach((code, words) -> named(list.addObject().put("id", code), words));
	}

	private static ObjectNode component(ObjectNode component, String id) {
		return component.put("id", id).put("conceptIdentity", urn("conceptscheme.Concept", "CS_FIGURES") + "." + id);
	}

	private static ObjectNode artefact(ObjectNode artefact, String id, LocalizedText name) {
		return named(artefact.put("id", id).put("agencyID", SdmxCodes.AGENCY).put("version", SdmxCodes.VERSION), name);
	}

	private static ObjectNode named(ObjectNode node, LocalizedText name) {
		node.put("name", name.vi());
		node.putObject("names").put("vi", name.vi()).put("en", name.en());
		return node;
	}

	private static String urn(String kind, String id) {
		return "urn:sdmx:org.sdmx.infomodel." + kind + "=" + SdmxCodes.AGENCY + ":" + id + "(" + SdmxCodes.VERSION + ")";
	}

}
