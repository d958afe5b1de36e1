package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.WorkingCalendars;
import vn.motcua.catalogue.Bundles;
import vn.motcua.catalogue.ServiceVersion.PriceTable;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.catalogue.bundle.ProcessCheck;
import vn.motcua.kernel.problem.FieldProblem;

/** The limits the documents promise hold, from both sides: 500 questions, 200 repetitions, 1 MB of answers, thousands of rows. */
class FormLimitsTests {

	private static final LocalDate DAY = LocalDate.of(2020, 8, 19);

	private static final Path SHARED = Path.of("src", "test", "resources", "form", "shared-house");

	private final Forms forms = new CompiledForms(Agencies.packaged(), (province, district) -> true, Clock.systemUTC());

	@TempDir
	Path folder;

	@Test
	void aFormHas500QuestionsAndNotOneMore() throws IOException {
		Bundle most = bundle(500);
		assertThat(new FormCheck().check(most)).isEmpty();
		assertThat(forms.check(forms.of(BundleReader.read(most)), all(500), DAY)).isEmpty();
		assertThat(new FormCheck().check(bundle(501))).extracting(Finding::rule).containsExactly("form-size");
	}

	@Test
	void aBundleHas100ExamplesAndAProcess500FlowsAndNotOneMore() {
		Bundle examples = Bundles.birth("1.001193", text -> text.startsWith("- name:") ? text + "- {name: {vi: A, en: A}, on: 2020-08-19, answers: {}}\n".repeat(100) : text);
		assertThat(new ExampleCheck(Agencies::packaged, WorkingCalendars::packaged, (province, district) -> true).check(examples)).extracting(Finding::rule).containsExactly("example-many");
		Bundle flows = Bundles.birth("1.001193", text -> text.replace("</process>", "<sequenceFlow sourceRef=\"start\" targetRef=\"start\"/>".repeat(500) + "</process>"));
		assertThat(new ProcessCheck().check(flows)).extracting(Finding::rule).contains("process-size").doesNotContain("process-flow");
	}

	@Test
	void listsInListsOfATemplateEnd() {
		ArrayNode list = JsonMapper.shared().createArrayNode();
		IntStream.range(0, 200).forEach(list::add);
		ObjectNode answers = JsonMapper.shared().createObjectNode().set("a", list);
		String nested = "{{#each a}}{{#each a}}{{#each a}}{{/each}}{{/each}}{{/each}}";
		assertThatThrownBy(() -> filled(answers, nested)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("100000 items");
		assertThatThrownBy(() -> filled(answers, "{{#each a}}" + "x".repeat(20_000) + "{{/each}}")).hasMessageContaining("2000000 letters");
		assertThat(filled(answers, "{{#each a}}{{#each a}}x{{/each}}{{/each}}")).hasSize(40_000);
	}

	private static String filled(ObjectNode answers, String template) {
		return new ResultDocument(answers, Map.of(), (path, value) -> value, address -> "").filled(template);
	}

	@Test
	void aGroupHas200RepetitionsOf25QuestionsAndNotOneMore() throws IOException {
		FormDefinition form = forms.of(BundleReader.read(group(25)));
		ObjectNode answers = repetitions(200, 25);
		assertThat(forms.check(form, answers, DAY)).isEmpty();
		assertThat(forms.view(form, "all", Sheet.of(answers, DAY)).fields().getFirst().repetitions()).hasSize(200);
		assertThat(forms.check(form, repetitions(201, 1), DAY)).containsExactly(FieldProblem.of("", "form.too-many-answers"));
	}

	@Test
	void answersHoldAMegabyteAndNotMore() throws IOException {
		FormDefinition form = forms.of(BundleReader.read(bundle(500)));
		ObjectNode answers = all(1);
		answers.put("q0", "x".repeat(1024 * 1024 - 1000));
		assertThat(forms.check(form, answers, DAY)).isEmpty();
		answers.put("q1", "x".repeat(2000));
		assertThat(forms.check(form, answers, DAY)).containsExactly(FieldProblem.of("", "form.too-large"));
	}

	@Test
	void looksAmong20000RowsAtOnce() {
		List<java.util.Map<String, String>> rows = java.util.stream.IntStream.range(0, 20_000)
			.mapToObj(at -> java.util.Map.of("code", "S" + at, "name", "Trường Tiểu học số " + at + " Đông Anh")).toList();
		Lookup schools = new Lookup(new PriceTable("schools", List.of("code", "name"), rows), "code", List.of("name"), List.of(), java.util.Map.of(), List.of());
		assertThat(schools.find("tieu hoc so 12345 dong anh", JsonMapper.shared().createObjectNode(), DAY, 15).rows()).extracting(Lookup.Row::value).containsExactly("S12345");
		Lookup.Found many = schools.find("dong anh", JsonMapper.shared().createObjectNode(), DAY, 15);
		assertThat(many.rows()).hasSize(15);
		assertThat(many.more()).isEqualTo(19_985);
	}

	private static ObjectNode all(int questions) {
		ObjectNode answers = JsonMapper.shared().createObjectNode();
		for (int at = 0; at < questions; at++) {
			answers.put("q" + at, "câu trả lời " + at);
		}
		return answers;
	}

	private static ObjectNode repetitions(int count, int questions) {
		ObjectNode answers = JsonMapper.shared().createObjectNode();
		ArrayNode items = answers.putArray("items");
		for (int at = 0; at < count; at++) {
			items.add(all(questions));
		}
		return answers;
	}

	private Bundle bundle(int questions) throws IOException {
		ObjectNode form = form("q%d");
		for (int at = 0; at < questions; at++) {
			question((ObjectNode) form.get("properties"), at);
			((ArrayNode) form.at("/x-pages/0/fields")).add("q" + at);
		}
		return written(form);
	}

	private Bundle group(int questions) throws IOException {
		ObjectNode form = form("items");
		ObjectNode group = ((ObjectNode) form.get("properties")).putObject("items").put("type", "array");
		ObjectNode hints = group.putObject("x-field").put("kind", "group");
		words(hints.putObject("label"));
		hints.putObject("help").put("vi", "Viết vài chữ.").put("en", "A few words.");
		words(hints.putObject("item_title"));
		ObjectNode inside = group.putObject("items").put("type", "object").putObject("properties");
		for (int at = 0; at < questions; at++) {
			question(inside, at);
		}
		((ArrayNode) form.at("/x-pages/0/fields")).add("items");
		return written(form);
	}

	private static ObjectNode form(String name) {
		ObjectNode form = JsonMapper.shared().createObjectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema").put("type", "object");
		words(form.putObject("x-declaration"));
		ObjectNode page = form.putArray("x-pages").addObject().put("id", "all");
		words(page.putObject("title"));
		page.putArray("fields");
		form.putObject("properties");
		return form;
	}

	private static void question(ObjectNode properties, int number) {
		ObjectNode hints = properties.putObject("q" + number).put("type", "string").put("maxLength", 1024 * 1024).putObject("x-field").put("kind", "text").put("sample", "Một");
		words(hints.putObject("label"));
		hints.putObject("help").put("vi", "Viết vài chữ.").put("en", "A few words.");
	}

	private static void words(ObjectNode words) {
		words.put("vi", "Chữ").put("en", "Words");
	}

	private Bundle written(ObjectNode form) throws IOException {
		for (String file : List.of("examples.yaml", "kinds.csv", "service.yaml")) {
			Files.write(folder.resolve(file), Files.readAllBytes(SHARED.resolve(file)));
		}
		Files.writeString(folder.resolve("form.json"), form.toString());
		return Bundle.of(folder);
	}

}
