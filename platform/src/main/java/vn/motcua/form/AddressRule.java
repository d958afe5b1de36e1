package vn.motcua.form;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.kernel.problem.FieldProblem;

/** Whether an address names units that exist on a day and stand under one another. */
final class AddressRule {

	static final List<String> PARTS = List.of("province", "district", "commune", "line");

	private final Agencies agencies;

	private final LocalDate on;

	AddressRule(Agencies agencies, LocalDate on) {
		this.agencies = agencies;
		this.on = on;
	}

	void check(FormField field, JsonNode address, String pointer, Consumer<FieldProblem> problems) {
		Set<String> required = required(field);
		Optional<Agency> province = unit(Level.PROVINCE, address, null, pointer, problems);
		if (province.isEmpty()) {
			missing(address, "province", required, pointer, problems);
			return;
		}
		Optional<Agency> district = unit(Level.DISTRICT, address, province.get(), pointer, problems);
		if (district.isEmpty() && !agencies.children(province.get().id(), Level.DISTRICT, on).isEmpty()) {
			if (required.contains("commune") || required.contains("district")) {
				missing(address, "district", Set.of("district"), pointer, problems);
			}
			return;
		}
		Agency over = district.orElse(province.get());
		if (unit(Level.COMMUNE, address, over, pointer, problems).isEmpty() && !agencies.children(over.id(), Level.COMMUNE, on).isEmpty()) {
			missing(address, "commune", required, pointer, problems);
		}
		missing(address, "line", required, pointer, problems);
	}

	static Set<String> required(FormField field) {
		Set<String> required = new HashSet<>();
		field.schema().path("required").forEach(part -> required.add(part.asString("")));
		return required.isEmpty() ? Set.of("province", "district", "commune") : required;
	}

	private Optional<Agency> unit(Level level, JsonNode address, @Nullable Agency parent, String pointer, Consumer<FieldProblem> problems) {
		String part = level.name().toLowerCase(java.util.Locale.ROOT);
		String code = address.path(part).asString("");
		if (code.isEmpty()) {
			return Optional.empty();
		}
		Optional<Agency> unit = agencies.findByCode(level, code, on).filter(found -> parent == null || parent.id().equals(found.parent()));
		if (unit.isEmpty()) {
			problems.accept(FieldProblem.of(pointer + "/" + part, "form.address." + part));
		}
		return unit;
	}

	private static void missing(JsonNode address, String part, Set<String> required, String pointer, Consumer<FieldProblem> problems) {
		if (required.contains(part) && !address.has(part)) {
			problems.accept(FieldProblem.of(pointer + "/" + part, "form.required"));
		}
	}

}
