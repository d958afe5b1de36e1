package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ./motcua service check|try}: every rule finds its mistake and says in which file and line it stands. */
class ServiceCommandTests {

	private static final Path SERVICES = Path.of("..", "services");

	@TempDir
	Path folder;

	static List<Path> services() throws IOException {
		try (Stream<Path> folders = Files.list(SERVICES)) {
			return Stream.concat(folders.filter(Files::isDirectory).sorted(), Stream.of(Path.of("src", "test", "resources", "form", "shared-house"))).toList();
		}
	}

	@ParameterizedTest
	@MethodSource("services")
	void findsNothingInTheBundlesThatShip(Path service) {
		assertThat(run("check", service)).isEqualTo(service + ": fine\n");
	}

	/** A mistake put into a sound bundle by one replacement, and the rule that must name it. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			service.yaml  | code: "1.001193"                                       | code: "1001193"                             | service-form
			service.yaml  | level: 4                                               | level: 7                                    | service-schema
			service.yaml  | ministry: G15                                          | ministry: G15\\ncolour: red                  | service-unknown-member
			service.yaml  | level: 4                                               | level: 4\\nlevel: 3                          | yaml-duplicate
			service.yaml  | name: {vi: Đăng ký khai sinh, en: Birth registration}  | name: {vi: Đăng ký khai sinh}               | service-language
			service.yaml  | having-a-child                                         | having-a-cat                                | unknown-life-event
			service.yaml  | cases: [late]                                          | cases: [early]                              | unknown-case
			service.yaml  | days_between(child.birth_date, today) > 60             | days_between(child.birth_date, today >> 60  | feel-syntax
			service.yaml  | days_between(child.birth_date, today) > 60             | days_between(child.born_on, today) > 60     | feel-unknown-name
			service.yaml  | address: registration.place                            | address: registration.square                | handling-address
			service.yaml  | id: in-time                                            | id: late                                    | id-twice
			service.yaml  | days_between(child.birth_date, today) > 60             | child.birth_date > 60                       | feel-type
			service.yaml  | days_between(child.birth_date, today) > 60             | child.birth_date < \\"2020-01-01\\"             | feel-type
			service.yaml  | days_between(child.birth_date, today) > 60             | days_between(child.name, today) > 60        | feel-type
			service.yaml  | days_between(child.birth_date, today) > 60             | days_between(child.birth_date, today)       | feel-type
			service.yaml  | days_between(child.birth_date, today) > 60             | mother.born.year > 60                       | feel-unknown-name
			service.yaml  | days_between(child.birth_date, today) > 60             | registration.place.street = \\"a\\"             | feel-unknown-name
			service.yaml  | days_between(child.birth_date, today) > 60             | child.sex = \\"woman\\"                         | feel-option
			service.yaml  | days_between(child.birth_date, today) > 60             | exempt = true and exempt = false            | feel-dead
			service.yaml  | days_between(child.birth_date, today) > 60             | exempt = true or exempt != true             | feel-dead
			service.yaml  | days_between(child.birth_date, today) > 60             | true                                        | case-unreachable
			service.yaml  | days_between(child.birth_date, today) > 60             | count(for i in 1..999999999 return i) > 60  | feel-syntax
			service.yaml  | days_between(child.birth_date, today) > 60             | launch(\\"missiles\\")                          | feel-syntax
			service.yaml  | units: extracts.count                                  | units: child.name                           | feel-type
			service.yaml  | {table: fees, where: {province                         | {table: fees, where: {region                | unknown-column
			service.yaml  | base: {table: fees                                     | base: {table: feez                          | unknown-table
			form.json     | "when": "extracts.wanted = true"                       | "when": "extracts.count"                    | feel-type
			process.bpmn  | flowable:candidateGroups="sign"                        | flowable:candidateGroups="receive"          | process-nobody
			form.json     | "x-max": "today"                                       | "x-max": "tomorrow"                         | form-date-bound
			form.json     | "x-max": "today"                                       | "x-max": "child.birth_date"                 | form-date-bound
			form.json     | "x-max": "today"                                       | "x-max": "child.name + 1 day"               | form-date-bound
			form.json     | "kind": "date"                                         | "kind": "day"                               | form-kind
			form.json     | "fields": ["registration.place"]                       | "fields": ["registration.square"]           | form-unknown-field
			form.json     | "enum": ["male", "female"]                             | "enum": ["male", "woman"]                   | form-options
			form.json     | "maxLength": 100                                       | "maxLength": "100"                          | form-schema
			form.json     | "component": "birth-notice"                            | "component": "birth-letter"                 | unknown-component
			form.json     | "when": "extracts.wanted = true"                       | "when": "extracts.liked = true"             | feel-unknown-name
			form.json     | "prefill": "account.phone"                             | "prefill": "account.fax"                    | form-prefill
			form.json     | "sample": "0912 345 678"                               | "sample": " "                               | form-sample
			form.json     | "sample": "2020-08-05"                                 | "sample": "5/8/2020"                        | form-sample
			form.json     | "help": {"vi": "Từ 1 đến 20 bản.", "en": "From 1 to 20."}  | "help": {"vi": "Từ 1 đến 20 bản.", "en": ""} | form-help
			service.yaml  | valid: {from: 2017-01-01}                              | valid: {until: 2030-01-01}                  | fee-valid
			process.bpmn  | flowable:candidateGroups="sign"                        | flowable:candidateGroups="king"             | process-group
			process.bpmn  | id="sign"                                              | id="seal"                                   | process-task-id
			service.yaml  | ministry: G15                                          | ministry: G51                               | unknown-ministry
			service.yaml  | code: G15-HT                                           | code: G15-HTT                               | unknown-field
			service.yaml  | code: G15-HT,                                          | code: G15-HT, new: true,                    | unknown-field
			service.yaml  | address: registration.place                            | agency: 000.00.00.G51                       | unknown-agency
			service.yaml  | address: registration.place                            | address: registration.place\\n  department: so-tu-fap  | unknown-department
			process.bpmn  | flowable:candidateGroups="process" motcua:hours="1"    | flowable:candidateGroups="process" motcua:hours="2" | process-too-long
			result.html   | {{child.name}}                                         | {{child.nick}}                              | result-unknown-name
			result.html   | </body>                                                | </boy>                                      | result-xhtml
			examples.yaml | fee: 5000                                              | fee: 5001                                   | example-fee
			examples.yaml | case: late                                             | case: in-time                               | example-case
			examples.yaml | due: 2020-08-20T09:00                                  | due: 2020-08-20T10:00                       | example-due
			""")
	void namesFileLineAndRule(String file, String sound, String mistaken, String rule) throws IOException {
		Path service = copy("1.001193-dang-ky-khai-sinh");
		String text = Files.readString(service.resolve(file));
		assertThat(text).as("the bundle holds what this test changes").contains(sound);
		Files.writeString(service.resolve(file), text.replaceFirst(java.util.regex.Pattern.quote(sound), java.util.regex.Matcher.quoteReplacement(mistaken.replace("\\n", "\n"))));
		String said = run("check", service);
		assertThat(said).contains(": " + rule + ": ");
		assertThat(said.lines()).allMatch(finding -> finding.matches(".*[a-z]+\\.(yaml|json|bpmn|html):\\d+: [a-z-]+: .+"));
	}

	@Test
	void comparesTheNamesOfAPaperAndTheOrderOfDates() throws IOException {
		Path service = copy("2.003001-thanh-toan-vien-phi");
		String form = Files.readString(service.resolve("form.json"));
		Files.writeString(service.resolve("form.json"), form.replace(", \"everyday\": true", ""));
		assertThat(run("check", service)).contains("form.json:", ": component-name: The paper \"statement\" is called \"Bảng kê chi phí");
		Files.writeString(service.resolve("form.json"), form.replaceFirst("\"x-min\": \"treatment.from\"", "\"x-min\": \"treatment.form\""));
		assertThat(run("check", service)).contains(": form-date-bound: ");
	}

	/** A variable that holds nothing is a token that is missing, not a wrong command. */
	@Test
	void saysThatTheTokenIsMissing() {
		Path service = SERVICES.resolve("1.001193-dang-ky-khai-sinh");
		for (String[] rest : new String[][] { { "--token" }, { "--token", "" }, { "--token", "--server", "http://localhost:1" }, {} }) {
			assertThat(run("publish", service, rest)).contains("Name the server and an access token").doesNotContain("service new [DIR]");
		}
	}

	@Test
	void offersTheNearestKnownCode() throws IOException {
		Path service = copy("1.001193-dang-ky-khai-sinh");
		Files.writeString(service.resolve("service.yaml"), Files.readString(service.resolve("service.yaml")).replace("ministry: G15", "ministry: G55").replace("code: G15-HT", "code: G15-HTJ")
			.replace("address: registration.place", "address: registration.place\n  department: so-tu-fap"));
		assertThat(run("check", service)).contains("unknown-ministry: No ministry has the code \"G55\"", "Nearest is \"G05\".", "unknown-field: No field is known by the code \"G15-HTJ\". Nearest is \"G15-HT\".",
				"unknown-department: No unit has a department of the kind \"so-tu-fap\". Nearest is \"so-tu-phap\".");
	}

	@Test
	void tellsTheLineOfTheMistake() throws IOException {
		Path service = copy("1.001193-dang-ky-khai-sinh");
		String text = Files.readString(service.resolve("service.yaml"));
		Files.writeString(service.resolve("service.yaml"), text.replace("level: 4", "level: 7"));
		int line = (int) text.substring(0, text.indexOf("level: 4")).lines().count() + (text.charAt(text.indexOf("level: 4") - 1) == '\n' ? 1 : 0);
		assertThat(run("check", service)).startsWith(service.resolve("service.yaml") + ":" + line + ": service-schema: ");
	}

	@Test
	void namesTheQuestionWithoutHelpAndTheFeeThatSaysNothingOfExemptions() throws IOException {
		Path service = copy("1.001193-dang-ky-khai-sinh");
		Files.writeString(service.resolve("form.json"), Files.readString(service.resolve("form.json")).replace("\"help\": {\"vi\": \"Từ 1 đến 20 bản.\", \"en\": \"From 1 to 20.\"},", ""));
		Files.writeString(service.resolve("service.yaml"), Files.readString(service.resolve("service.yaml")).replaceAll("    exempt:\\R      - .*\\R", ""));
		assertThat(run("check", service).lines().map(line -> line.replaceFirst(".*/", ""))).anyMatch(line -> line.matches("form\\.json:\\d+: form-help: \"extracts\\.count\" .+"))
			.anyMatch(line -> line.matches("service\\.yaml:\\d+: fee-exempt: .+"));
	}

	@Test
	void triesTheExamples() {
		assertThat(run("try", SERVICES.resolve("1.001193-dang-ky-khai-sinh"))).contains("✓ A mother registers a child born in hospital", "case in-time");
	}

	@Test
	void saysWhenThereIsNoFolder() {
		assertThat(run("check", folder.resolve("nowhere"))).contains("bundle-folder");
	}

	private Path copy(String name) throws IOException {
		try (Stream<Path> files = Files.list(SERVICES.resolve(name))) {
			for (Path file : files.toList()) {
				Files.copy(file, folder.resolve(file.getFileName()));
			}
		}
		return folder;
	}

	private static String run(String task, Path service, String... rest) {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		new ServiceCommand().run(Stream.concat(Stream.of(task, service.toString()), Stream.of(rest)).toList(), new PrintStream(said, true, StandardCharsets.UTF_8));
		return said.toString(StandardCharsets.UTF_8);
	}

}
