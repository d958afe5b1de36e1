package vn.motcua.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.PageView.AddressView;
import vn.motcua.form.PageView.FieldView;
import vn.motcua.form.PageView.UnitOption;
import vn.motcua.kernel.problem.FieldProblem;

/** The lists an address is chosen from, by the tree of the day. */
final class AddressDrawing {

	private final Agencies agencies;

	private final LocalDate on;

	private final Map<String, FieldProblem> problems;

	AddressDrawing(Agencies agencies, LocalDate on, Map<String, FieldProblem> problems) {
		this.agencies = agencies;
		this.on = on;
		this.problems = problems;
	}

	AddressView view(FormField field, String name, String pointer, JsonNode answer) {
		String province = answer.path("province").asString("");
		String district = answer.path("district").asString("");
		Optional<Agency> inProvince = unit(Level.PROVINCE, province);
		List<UnitOption> districts = inProvince.map(unit -> options(agencies.children(unit.id(), Level.DISTRICT, on))).orElse(List.of());
		Optional<Agency> over = districts.isEmpty() ? inProvince : unit(Level.DISTRICT, district).filter(unit -> unit.parent() != null && unit.parent().equals(inProvince.get().id()));
		List<UnitOption> communes = over.map(unit -> options(agencies.children(unit.id(), Level.COMMUNE, on))).orElse(List.of());
		boolean districtsExist = !districts.isEmpty() || inProvince.isEmpty() && !agencies.all(Level.DISTRICT, on).isEmpty();
		return new AddressView(province, district, answer.path("commune").asString(""), answer.path("line").asString(""),
				options(agencies.all(Level.PROVINCE, on)), districts, communes, districtsExist, AddressRule.required(field).contains("line"),
				failures(field, name, pointer));
	}

	private List<FieldView> failures(FormField field, String name, String pointer) {
		List<FieldView> failures = new ArrayList<>();
		for (String part : AddressRule.PARTS) {
			FieldProblem problem = problems.get(pointer + "/" + part);
			if (problem != null) {
				failures.add(FieldView.failure(field, name + "." + part, problem));
			}
		}
		return failures;
	}

	private Optional<Agency> unit(Level level, String code) {
		return code.isEmpty() ? Optional.empty() : agencies.findByCode(level, code, on);
	}

	private static List<UnitOption> options(List<Agency> units) {
		return units.stream().map(unit -> new UnitOption(unit.code(), unit.id().value(), unit.fullName())).toList();
	}

}
