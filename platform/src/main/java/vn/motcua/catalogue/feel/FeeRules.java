package vn.motcua.catalogue.feel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.Assessment.FeeLine;
import vn.motcua.catalogue.FeeFormula;
import vn.motcua.catalogue.FeePart;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Fee;

/** The fees of one service version for one set of answers. */
final class FeeRules {

	private final ServiceVersion service;

	private final Feel feel;

	FeeRules(ServiceVersion service, Feel feel) {
		this.service = service;
		this.feel = feel;
	}

	/** A fee of which something is not known yet is left out. */
	List<FeeLine> lines(@Nullable String caseId, Map<String, Object> values, LocalDate on) {
		List<FeeLine> lines = new ArrayList<>();
		for (Fee fee : service.fees()) {
			if (ServiceRules.belongs(fee.cases(), caseId) && fee.valid().holdsOn(on) && there(fee.formula(), values) && feel.expression(fee.when()).holds(values)) {
				List<FeePart> parts = parts(fee, values, on);
				if (parts != null) {
					lines.add(new FeeLine(fee.id(), fee.kind(), fee.name(), parts.stream().mapToLong(FeePart::amountVnd).sum(), fee.payAt(), parts, fee.legalBasis()));
				}
			}
		}
		return List.copyOf(lines);
	}

	private @Nullable List<FeePart> parts(Fee fee, Map<String, Object> values, LocalDate on) {
		String each = fee.formula().each();
		if (each == null) {
			return new FeeComputation(fee.formula(), feel, service.tables(), values, on).parts();
		}
		if (!(at(each, values) instanceof List<?> items)) {
			return null;
		}
		List<FeePart> parts = new ArrayList<>();
		for (Object item : items) {
			Map<String, Object> seen = new HashMap<>(values);
			seen.put("item", item);
			List<FeePart> one = new FeeComputation(fee.formula(), feel, service.tables(), seen, on).parts();
			if (one == null) {
				return null;
			}
			parts.addAll(one);
		}
		return parts;
	}

	private static boolean there(FeeFormula formula, Map<String, Object> values) {
		return formula.place() == null
				|| at(formula.place().at() + ".province", values) instanceof String province && formula.place().provinces().contains(province);
	}

	private static @Nullable Object at(String path, Map<String, Object> values) {
		Object at = values;
		for (String name : path.split("\\.")) {
			at = at instanceof Map<?, ?> object ? object.get(name) : null;
		}
		return at;
	}

}
