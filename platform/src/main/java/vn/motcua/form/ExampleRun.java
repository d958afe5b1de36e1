package vn.motcua.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Assessment;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.catalogue.bundle.Source;
import vn.motcua.catalogue.feel.ServiceRules;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.calendar.WorkingCalendar;
import vn.motcua.kernel.problem.FieldProblem;

/**
 * What came out when one example was run.
 *
 * @param dueAt due moment when the example says when it was received
 */
record ExampleRun(String name, @Nullable String caseId, List<String> components, long feeVnd, @Nullable LocalDateTime dueAt, List<FieldProblem> problems,
		List<Finding> disagreements) {

	private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	/** What examples are run on. */
	record Ground(ServiceVersion service, FormDefinition form, ServiceRules rules, Agencies agencies, WorkingCalendar calendar) {
	}

	static List<ExampleRun> all(Source examples, Ground ground) {
		List<ExampleRun> runs = new ArrayList<>();
		for (int index = 0; index < examples.tree().size(); index++) {
			String pointer = "/" + index;
			try {
				runs.add(run(examples, pointer, examples.tree().get(index), ground));
			}
			catch (DateTimeParseException | IllegalArgumentException unreadable) {
				Finding finding = examples.finding(pointer, "example-value", "The example cannot be read: " + unreadable.getMessage() + ".");
				runs.add(new ExampleRun(name(examples.tree().get(index)), null, List.of(), 0, null, List.of(), List.of(finding)));
			}
		}
		return runs;
	}

	private static ExampleRun run(Source examples, String pointer, JsonNode example, Ground ground) {
		LocalDate on = LocalDate.parse(example.path("on").asString(""));
		Channel channel = Channel.valueOf(example.path("channel").asString("online").toUpperCase(Locale.ROOT));
		List<FieldProblem> problems = AnswerCheck.of(ground.form(), example.path("answers"), ground.agencies(), on);
		JsonNode complete = AskedForm.of(ground.form(), example.path("answers"), on).answers();
		Assessment assessment = ground.rules().assess(complete, channel, on);
		List<String> components = assessment.components().stream().filter(Assessment.AskedComponent::required).map(asked -> asked.component().id()).toList();
		JsonNode expect = example.path("expect");
		LocalDateTime dueAt = expect.has("due_from") && assessment.timeLimit() != null
				? ground.calendar().due(LocalDateTime.parse(expect.path("due_from").asString("")).atZone(ZONE), assessment.timeLimit()).toLocalDateTime() : null;
		ExampleRun run = new ExampleRun(name(example), assessment.caseId(), components, assessment.totalVnd(), dueAt, problems, new ArrayList<>());
		run.compare(examples, pointer + "/expect", expect);
		return run;
	}

	private void compare(Source examples, String at, JsonNode expect) {
		if (!expect.has("problems") && !problems.isEmpty()) {
			disagree(examples, at, "example-problems", "expected no problems", problems.stream().map(problem -> problem.pointer() + " " + problem.code()).toList().toString());
		}
		if (expect.has("case") && !expect.path("case").asString("").equals(caseId)) {
			disagree(examples, at + "/case", "example-case", "expected case " + expect.path("case").asString(""), String.valueOf(caseId));
		}
		if (expect.has("components") && !texts(expect.path("components")).equals(new TreeSet<>(components))) {
			disagree(examples, at + "/components", "example-components", "expected " + texts(expect.path("components")), new TreeSet<>(components).toString());
		}
		if (expect.has("fee") && expect.path("fee").asLong(-1) != feeVnd) {
			disagree(examples, at + "/fee", "example-fee", "expected " + expect.path("fee").asString("") + " đồng", feeVnd + " đồng");
		}
		if (expect.has("due") && dueAt != null && !LocalDateTime.parse(expect.path("due").asString("")).equals(dueAt)) {
			disagree(examples, at + "/due", "example-due", "expected " + expect.path("due").asString(""), dueAt.toString());
		}
		if (expect.has("problems")) {
			TreeSet<String> expected = new TreeSet<>();
			expect.path("problems").forEach(problem -> expected.add(problem.path("at").asString("") + " " + problem.path("code").asString("")));
			TreeSet<String> found = new TreeSet<>();
			problems.forEach(problem -> found.add(problem.pointer() + " " + problem.code()));
			if (!found.equals(expected)) {
				disagree(examples, at + "/problems", "example-problems", "expected " + expected, found.toString());
			}
		}
	}

	private void disagree(Source examples, String pointer, String rule, String expected, String found) {
		disagreements.add(examples.finding(pointer, rule, "\"" + name + "\": " + expected + ", found " + found + "."));
	}

	private static TreeSet<String> texts(JsonNode list) {
		TreeSet<String> texts = new TreeSet<>();
		list.forEach(item -> texts.add(item.asString("")));
		return texts;
	}

	private static String name(JsonNode example) {
		return example.path("name").path("en").asString(example.path("name").path("vi").asString("?"));
	}

}
