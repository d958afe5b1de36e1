package vn.motcua.catalogue.bundle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.FeeFormula;
import vn.motcua.catalogue.FeeFormula.Cell;
import vn.motcua.catalogue.FeeFormula.Exemption;
import vn.motcua.catalogue.FeeFormula.Formula;
import vn.motcua.catalogue.FeeFormula.PerUnit;
import vn.motcua.catalogue.FeeFormula.Percentage;
import vn.motcua.catalogue.FeeFormula.Period;
import vn.motcua.catalogue.FeeFormula.Place;
import vn.motcua.catalogue.FeeFormula.Reduction;
import vn.motcua.catalogue.FeeFormula.Value;
import vn.motcua.kernel.LocalizedText;

/** The part of a fee in {@code service.yaml} that says how much. */
final class FeeYaml {

	private FeeYaml() {
	}

	/** @param handledAt path of the address that leads to the competent unit: places are judged by it unless the fee names another */
	static FeeFormula formula(JsonNode fee, @Nullable String handledAt) {
		return new FeeFormula(value(fee.has("base") ? fee.path("base") : fee.path("amount")), list(fee.path("per_unit"), FeeYaml::perUnit),
				percentage(fee.path("percentage")), list(fee.path("reductions"), FeeYaml::reduction), list(fee.path("exempt"), FeeYaml::exemption),
				value(fee.path("cap")), text(fee, "each"), text(fee, "times"), place(fee, handledAt));
	}

	static Period period(JsonNode item) {
		return new Period(day(item.path("valid"), "from"), day(item.path("valid"), "until"));
	}

	private static @Nullable Value value(JsonNode written) {
		if (written.isMissingNode()) {
			return null;
		}
		if (written.isObject()) {
			Map<String, String> where = new LinkedHashMap<>();
			written.path("where").properties().forEach(column -> where.put(column.getKey(), column.getValue().asString("")));
			return new Cell(written.path("table").asString(""), Map.copyOf(where), written.path("value").asString(""));
		}
		return new Formula(written.asString(""));
	}

	private static Value needed(JsonNode item, String name) {
		Value value = value(item.path(name));
		if (value == null) {
			throw new IllegalArgumentException("\"" + name + "\" is missing");
		}
		return value;
	}

	private static PerUnit perUnit(JsonNode item) {
		return new PerUnit(needed(item, "amount"), item.path("units").asString("null"), item.path("after").decimalValue(BigDecimal.ZERO),
				item.has("up_to") ? item.path("up_to").decimalValue(BigDecimal.ZERO) : null, words(item));
	}

	private static @Nullable Percentage percentage(JsonNode item) {
		return item.isMissingNode() ? null : new Percentage(needed(item, "of"), needed(item, "rate"), words(item));
	}

	private static Reduction reduction(JsonNode item) {
		return new Reduction(name(item), item.path("when").asString("true"), value(item.path("percent")), value(item.path("amount")), period(item),
				text(item, "legal_basis"));
	}

	private static Exemption exemption(JsonNode item) {
		return new Exemption(name(item), item.path("when").asString("true"), period(item), text(item, "legal_basis"));
	}

	private static @Nullable Place place(JsonNode fee, @Nullable String handledAt) {
		if (!fee.has("provinces")) {
			return null;
		}
		Set<String> provinces = new HashSet<>();
		fee.path("provinces").forEach(code -> provinces.add(code.asString("")));
		String at = text(fee, "place");
		if (at == null && handledAt == null) {
			throw new IllegalArgumentException("\"provinces\" needs \"place\", the address of the form that decides");
		}
		return new Place(at == null ? handledAt : at, Set.copyOf(provinces));
	}

	private static <T> List<T> list(JsonNode written, Function<JsonNode, T> reading) {
		List<T> items = new ArrayList<>();
		if (written.isObject()) {
			items.add(reading.apply(written));
		}
		else {
			written.forEach(item -> items.add(reading.apply(item)));
		}
		return List.copyOf(items);
	}

	private static LocalizedText name(JsonNode item) {
		LocalizedText words = words(item);
		if (words == null) {
			throw new IllegalArgumentException("\"name\" is missing");
		}
		return words;
	}

	private static @Nullable LocalizedText words(JsonNode item) {
		return item.has("name") ? new LocalizedText(item.path("name").path("vi").asString(""), item.path("name").path("en").asString("")) : null;
	}

	private static @Nullable String text(JsonNode object, String name) {
		return object.has(name) ? object.path(name).asString("") : null;
	}

	private static @Nullable LocalDate day(JsonNode object, String name) {
		return object.has(name) ? LocalDate.parse(object.path(name).asString("")) : null;
	}

}
