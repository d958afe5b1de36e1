package vn.motcua.form;

import java.time.LocalDate;
import java.util.List;

import tools.jackson.databind.node.JsonNodeFactory;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.kernel.problem.FieldProblem;

/** The first example of a draft: nothing is answered, and the form says what it misses. */
final class FirstExample {

	private FirstExample() {
	}

	static String of(Bundle bundle, Agencies agencies) {
		ServiceVersion service = BundleReader.read(bundle);
		LocalDate on = service.validFrom();
		List<FieldProblem> problems = AnswerCheck.of(FormReader.read(service, (province, district) -> false), JsonNodeFactory.instance.objectNode(), agencies, on);
		StringBuilder example = new StringBuilder("- name: {vi: Chưa trả lời gì, en: Nothing is answered}\n  on: ").append(on).append("\n  channel: online\n  answers: {}\n  expect:\n");
		if (problems.isEmpty()) {
			return example.append("    case: ").append(service.cases().getLast().id()).append('\n').toString();
		}
		example.append("    problems:\n");
		problems.forEach(problem -> example.append("      - {at: \"").append(problem.pointer()).append("\", code: ").append(problem.code()).append("}\n"));
		return example.toString();
	}

}
