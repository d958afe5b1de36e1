package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.kernel.problem.FieldProblem;

/** What forms ask, accept and refuse, on the bundles that ship with the platform. */
class FormsTests {

	private static final LocalDate DAY = LocalDate.of(2020, 8, 19);

	private static final Agencies AGENCIES = Agencies.packaged();

	private final Forms forms = new CompiledForms(AGENCIES, (province, district) -> true, Clock.systemUTC());

	private final Bundle birth = bundle("1.001193-dang-ky-khai-sinh");

	private final FormDefinition form = forms.of(BundleReader.read(birth));

	@Test
	void takesAWholeForm() {
		assertThat(forms.check(form, answers(), DAY)).isEmpty();
	}

	@Test
	void asksAgainForWhatIsMissing() {
		ObjectNode answers = answers();
		((ObjectNode) answers.get("child")).remove("name");
		assertThat(forms.check(form, answers, DAY)).containsExactly(FieldProblem.of("/child/name", "form.required"));
	}

	/** {@code x-min} of a date may be another date of the form, in a group one of the same repetition. */
	@Test
	void comparesTwoDatesOfTheForm() {
		FormDefinition promotion = forms.of(BundleReader.read(bundle("2.000033-hoat-dong-khuyen-mai")));
		assertThat(dates(promotion, "{\"programme\": {\"start\": \"2020-09-10\", \"end\": \"2020-09-09\"}}")).containsExactly(FieldProblem.of("/programme/end", "form.date-too-early", "min", LocalDate.of(2020, 9, 10)));
		assertThat(dates(promotion, "{\"programme\": {\"start\": \"2020-09-10\", \"end\": \"2020-09-10\"}}")).isEmpty();
		assertThat(dates(promotion, "{\"programme\": {\"end\": \"2020-08-01\"}}")).as("nothing to compare with").isEmpty();
		FormDefinition practice = forms.of(BundleReader.read(bundle("1.003709-chung-chi-hanh-nghe-kham-benh")));
		assertThat(dates(practice, "{\"places\": [{\"from\": \"2018-01-01\", \"until\": \"2019-01-01\"}, {\"from\": \"2019-06-01\", \"until\": \"2019-05-31\"}]}"))
			.containsExactly(FieldProblem.of("/places/1/until", "form.date-too-early", "min", LocalDate.of(2019, 6, 1)));
	}

	private List<FieldProblem> dates(FormDefinition form, String answers) {
		return forms.check(form, JsonMapper.shared().readTree(answers), DAY).stream().filter(problem -> problem.code().startsWith("form.date")).toList();
	}

	@Test
	void refusesMembersTheFormDoesNotName() {
		ObjectNode answers = answers().put("surprise", 1);
		assertThat(forms.check(form, answers, DAY)).containsExactly(FieldProblem.of("/surprise", "form.unknown"));
	}

	@Test
	void refusesWrongTypesWithoutFailing() {
		for (String wrong : List.of("1", "\"x\"", "true", "[]", "[1]", "{\"a\":{\"b\":1}}", "null")) {
			for (String name : List.of("requester", "registration", "child", "mother", "father", "exempt", "extracts", "delivery")) {
				ObjectNode answers = answers();
				answers.set(name, JsonMapper.shared().readTree(wrong));
				forms.checkPage(form, "child", answers, DAY);
				assertThat(forms.check(form, answers, DAY)).allSatisfy(problem -> assertThat(problem.code()).startsWith("form."));
			}
		}
	}

	@Test
	void leavesOutWhatIsNoLongerAsked() {
		ObjectNode answers = answers();
		answers.put("has_father", false);
		assertThat(forms.complete(form, answers, DAY).has("father")).isFalse();
		assertThat(forms.pages(form, answers, DAY)).extracting(FormDefinition.FormPage::id).doesNotContain("father");
	}

	@Test
	void refusesACommuneOfAnotherDistrict() {
		ObjectNode answers = answers();
		((ObjectNode) answers.at("/registration/place")).put("district", "001");
		assertThat(forms.check(form, answers, DAY)).extracting(FieldProblem::pointer, FieldProblem::code)
			.contains(org.assertj.core.groups.Tuple.tuple("/registration/place/commune", "form.address.commune"));
	}

	@Test
	void readsAPostedPageAndKeepsWrongValuesReadable() {
		ObjectNode patch = forms.read(form, "child", Map.of("child.name", new String[] { "  Nguye\u0302\u0303n An " }, "child.birth_date-day", new String[] { "31" },
				"child.birth_date-month", new String[] { "2" }, "child.birth_date-year", new String[] { "2020" }), answers());
		assertThat(patch.at("/child/name").asString("")).isEqualTo("Nguy\u1ec5n An");
		assertThat(patch.at("/child/birth_date").asString("")).isEqualTo("2020-02-31");
		ObjectNode answers = answers();
		MergePatch.apply(answers, patch);
		assertThat(forms.checkPage(form, "child", answers, DAY)).containsExactly(FieldProblem.of("/child/birth_date", "form.date"));
	}

	@Test
	void dropsTheDistrictOfAnotherProvinceWhenTheProvinceChanges() {
		Map<String, String[]> posted = new LinkedHashMap<>();
		posted.put("registration.place.province", new String[] { "79" });
		posted.put("registration.place.district", new String[] { "002" });
		posted.put("registration.place.commune", new String[] { "00061" });
		posted.put("_choose", new String[] { "registration.place" });
		ObjectNode answers = answers();
		MergePatch.apply(answers, forms.read(form, "place", posted, answers));
		assertThat(answers.at("/registration/place").propertyNames()).doesNotContain("district", "commune");
		assertThat(forms.again(form, "place", posted, answers, DAY)).isTrue();
		PageView view = forms.view(form, "place", Sheet.of(answers, DAY));
		assertThat(view.fields().getFirst().address().districts()).isNotEmpty();
	}

	@Test
	void addsAndRemovesRepetitionsWithoutScript() {
		FormDefinition copies = forms.of(BundleReader.read(bundle("2.000815-chung-thuc-ban-sao")));
		String page = copies.pages().stream().filter(one -> one.group() != null).findFirst().orElseThrow().id();
		ObjectNode answers = JsonMapper.shared().createObjectNode();
		MergePatch.apply(answers, forms.read(copies, page, Map.of("documents._count", new String[] { "0" }, "_add", new String[] { "documents" }), answers));
		MergePatch.apply(answers, forms.read(copies, page,
				Map.of("documents._count", new String[] { "1" }, "documents.0.pages", new String[] { "3" }, "_add", new String[] { "documents" }), answers));
		assertThat(answers.get("documents")).hasSize(2);
		MergePatch.apply(answers, forms.read(copies, page, Map.of("documents._count", new String[] { "2" }, "_remove", new String[] { "documents.1" }), answers));
		assertThat(answers.get("documents")).hasSize(1);
		assertThat(answers.at("/documents/0/pages").asInt(0)).isEqualTo(3);
	}

	@Test
	void drawsAPageAgainThatBringsUpNewQuestions() {
		ObjectNode answers = answers();
		((ObjectNode) answers.get("extracts")).put("wanted", true);
		assertThat(forms.again(form, "copies", Map.of("_shown", new String[] { "exempt", "extracts.wanted", "delivery.way" }), answers, DAY)).isTrue();
		assertThat(forms.again(form, "copies", Map.of("_shown", new String[] { "exempt", "extracts.wanted", "extracts.count", "delivery.way" }), answers, DAY)).isFalse();
	}

	@Test
	void readsNumbersAsPeopleTypeThem() {
		assertThat(PostedNumber.read("1.234.567", true).asLong()).isEqualTo(1_234_567);
		assertThat(PostedNumber.read("12,5", false).decimalValue()).isEqualByComparingTo("12.5");
		assertThat(PostedNumber.read("mười", true).isString()).isTrue();
	}

	@Test
	void limitsWhatOneSetOfAnswersMayHold() {
		ObjectNode answers = answers();
		var list = answers.putArray("many");
		for (int i = 0; i < 300; i++) {
			list.add(i);
		}
		assertThat(forms.check(form, answers, DAY)).containsExactly(FieldProblem.of("", "form.too-many-answers"));
	}

	private ObjectNode answers() {
		JsonNode first = BundleReader.examples(birth).tree().get(0);
		return (ObjectNode) first.get("answers").deepCopy();
	}

	private static Bundle bundle(String folder) {
		try {
			return Bundle.of(Path.of("..", "services", folder));
		}
		catch (IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

}
