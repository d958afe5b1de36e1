package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.FieldProblem;

/** Forms that several people fill in, groups in groups, look-ups and prefill, on a form that has all of it. */
class FormPartsTests {

	private static final LocalDate DAY = LocalDate.of(2020, 8, 19);

	private static final Agencies AGENCIES = Agencies.packaged();

	private static final FormPart SECOND = new FormPart("co_owner", 1);

	private static final FormPart BUILDER = new FormPart("builder", 0);

	private final Bundle bundle = bundle();

	private final Forms forms = new CompiledForms(AGENCIES, (province, district) -> true, Clock.systemUTC());

	private final FormParts parts = new CompiledParts(AGENCIES);

	private final FormDefinition form = forms.of(BundleReader.read(bundle));

	@Test
	void asksEverySignerTheAnswersBringUp() {
		ObjectNode answers = answers();
		assertThat(parts.signers(form, answers, DAY)).containsExactly(new FormPart("co_owner", 0), SECOND, BUILDER);
		((ObjectNode) answers.get("house")).put("shared", false);
		assertThat(parts.signers(form, answers, DAY)).containsExactly(BUILDER);
		assertThat(forms.complete(form, answers, DAY).has("co_owners")).as("nobody is asked any more").isFalse();
	}

	@Test
	void everyPersonHasTheirOwnPages() {
		assertThat(parts.pages(form, FormPart.OF_APPLICANT, answers(), DAY)).extracting(FormPage::id).containsExactly("house", "floors");
		assertThat(parts.pages(form, SECOND, answers(), DAY)).extracting(FormPage::id).containsExactly("consent");
		assertThat(parts.pages(form, FormPart.OF_OFFICE, answers(), DAY)).extracting(FormPage::id).containsExactly("visit");
	}

	@Test
	void nobodyWritesThePartOfAnother() {
		assertThat(parts.strangers(form, FormPart.OF_APPLICANT, json("{\"builder\": {\"licence\": \"X\"}, \"co_owners\": [], \"house\": {\"kind\": \"B\"}}")))
			.containsExactlyInAnyOrder(FieldProblem.of("/builder/licence", "form.other-part"), FieldProblem.of("/co_owners", "form.other-part"));
		assertThat(parts.strangers(form, FormPart.OF_APPLICANT, json("{\"visit\": null}"))).extracting(FieldProblem::pointer).containsExactly("/visit");
		assertThat(parts.strangers(form, BUILDER, json("{\"house\": {\"kind\": \"B\"}}"))).extracting(FieldProblem::pointer).containsExactly("/house/kind");
		assertThat(parts.strangers(form, BUILDER, json("{\"builder\": {\"licence\": \"X\"}}"))).isEmpty();
	}

	@Test
	void aSignerWritesNothingThatNoPageHas() {
		assertThat(parts.strangers(form, BUILDER, json("{\"stray\": 1, \"builder\": {\"other\": 1, \"licence\": \"X\"}}")))
			.containsExactlyInAnyOrder(FieldProblem.of("/stray", "form.unknown"), FieldProblem.of("/builder/other", "form.unknown"));
		assertThat(parts.strangers(form, BUILDER, json("{\"builder\": 1}"))).containsExactly(FieldProblem.of("/builder", "form.unknown"));
		assertThat(parts.strangers(form, BUILDER, json("{\"stray\": null}"))).as("to clear what is there").isEmpty();
	}

	@Test
	void oneOfSeveralSignersFillsInOneRepetition() {
		ObjectNode answers = answers();
		answers.remove("co_owners");
		ObjectNode merged = parts.merged(form, SECOND, answers, json("{\"name\": \"Hùng\"}"));
		assertThat(merged.at("/co_owners").size()).isEqualTo(2);
		assertThat(parts.own(form, SECOND, merged)).isEqualTo(json("{\"name\": \"Hùng\"}"));
		assertThat(parts.check(form, SECOND, merged, DAY)).containsExactly(FieldProblem.of("/co_owners/1/share", "form.required"));
		PageView view = forms.view(form, "consent", Sheet.of(merged, DAY).of(SECOND));
		assertThat(view.fields()).extracting(PageView.FieldView::name).containsExactly("co_owners.1.name", "co_owners.1.share");
		assertThat(forms.view(form, "consent", Sheet.of(merged, DAY)).fields()).as("at the desk one officer writes for all").extracting(PageView.FieldView::name).containsExactly("co_owners");
		ObjectNode patch = parts.read(form, SECOND, "consent", Map.of("co_owners.1.share", new String[] { "20" }, "co_owners.0.share", new String[] { "99" }), merged);
		assertThat(parts.merged(form, SECOND, merged, patch).at("/co_owners")).hasToString("[{},{\"name\":\"Hùng\",\"share\":20}]");
	}

	@Test
	void whatIsSignedIsOnesOwnPartAndWhatWasSeen() {
		ObjectNode signed = parts.signed(form, SECOND, answers(), DAY);
		assertThat(signed.at("/own/name").asString("")).isEqualTo("Phạm Văn Hùng");
		assertThat(signed.at("/seen").propertyNames()).containsExactly("house");
		ObjectNode changed = answers();
		((ObjectNode) changed.at("/floors/0")).put("name", "Tầng trệt");
		assertThat(parts.signed(form, SECOND, changed, DAY)).as("not seen by co-owners").isEqualTo(signed);
		assertThat(parts.signed(form, BUILDER, changed, DAY)).as("seen by the builder").isNotEqualTo(parts.signed(form, BUILDER, answers(), DAY));
	}

	@Test
	void whatTheOfficeFillsInIsLeftOutEverywhereElse() {
		ObjectNode answers = answers();
		answers.putObject("visit").put("finding", "Đạt");
		assertThat(forms.complete(form, answers, DAY).has("visit")).isFalse();
		assertThat(forms.answered(form, answers, Map.of(), DAY)).extracting(page -> page.page().id()).doesNotContain("visit");
		assertThat(forms.answeredWithOffice(form, answers, Map.of(), DAY)).extracting(page -> page.page().id()).contains("visit");
		answers.remove("visit");
		assertThat(parts.check(form, FormPart.OF_OFFICE, answers, DAY)).containsExactly(FieldProblem.of("/visit/finding", "form.required"));
		assertThat(forms.check(form, answers, DAY)).isEmpty();
	}

	@Test
	void groupsStandInGroups() {
		ObjectNode complete = forms.complete(form, answers(), DAY);
		assertThat(complete.at("/floors/0/rooms/0/area").asInt(0)).as("computed in the repetition").isEqualTo(12);
		ObjectNode answers = answers();
		((ObjectNode) answers.at("/floors/1/rooms/0")).put("beds", 3);
		assertThat(forms.complete(form, answers, DAY).at("/floors/1/rooms/0").has("beds")).as("not asked in the basement").isFalse();
		((ObjectNode) answers.at("/floors/0/rooms/0")).remove("beds");
		((ObjectNode) answers.at("/floors/0")).remove("name");
		((ObjectNode) answers.at("/floors/1")).putArray("rooms");
		assertThat(forms.check(form, answers, DAY)).containsExactly(FieldProblem.of("/floors/0/name", "form.required"),
				FieldProblem.of("/floors/0/rooms/0/beds", "form.required"), FieldProblem.of("/floors/1/rooms", "form.too-few", "min", 1));
	}

	@Test
	void innerRepetitionsAreAddedAndRemovedWithoutScript() {
		ObjectNode answers = answers();
		Map<String, String[]> posted = new HashMap<>(Map.of("floors._count", new String[] { "2" }, "floors.0.rooms._count", new String[] { "2" },
				"floors.1.rooms._count", new String[] { "1" }, "_add", new String[] { "floors.1.rooms" }));
		MergePatch.apply(answers, forms.read(form, "floors", posted, answers));
		assertThat(answers.at("/floors/1/rooms").size()).isEqualTo(2);
		posted.put("_remove", new String[] { "floors.0.rooms.0" });
		posted.remove("_add");
		MergePatch.apply(answers, forms.read(form, "floors", posted, answers));
		assertThat(answers.at("/floors/0/rooms")).hasSize(1);
		assertThat(answers.at("/floors/0/rooms/0/use").asString("")).isEqualTo("cook");
		assertThat(forms.view(form, "floors", Sheet.of(answers, DAY)).fields().getFirst().repetitions().getFirst().fields()).extracting(PageView.FieldView::name)
			.containsExactly("floors.0.name", "floors.0.rooms");
	}

	@Test
	void looksUpWordsWithoutDiacriticsAmongTheRowsOfTheDay() {
		Lookup tax = form.pages().getFirst().fields().stream().filter(field -> field.path().equals("house.tax")).findFirst().orElseThrow().lookup();
		JsonNode anywhere = json("{}");
		assertThat(tax.find("cuc thue bac ninh", anywhere, DAY, 15).rows()).extracting(Lookup.Row::value).containsExactly("CT27");
		assertThat(tax.find("", anywhere, DAY, 15).more()).isEqualTo(48);
		assertThat(tax.find("ha noi", anywhere, LocalDate.of(2026, 3, 1), 15).rows()).extracting(row -> row.words().vi()).containsExactly("Thuế thành phố Hà Nội");
		ObjectNode answers = answers();
		((ObjectNode) answers.get("house")).put("tax", "CT79");
		assertThat(forms.check(form, answers, DAY)).as("of another province").containsExactly(FieldProblem.of("/house/tax", "form.choice"));
		PageView.LookupView view = lookup(answers(), Map.of("house.tax-find", new String[] { "thuế" }));
		assertThat(view.chosen()).isNotNull();
		assertThat(view.rows()).extracting(Lookup.Row::value).containsExactly("CT01");
		assertThat(forms.again(form, "house", Map.of("_find", new String[] { "house.tax" }), answers, DAY)).isTrue();
	}

	@Test
	void takesTheFirstThatIsKnownAndSaysWhereItCameFrom() {
		Known known = new Known(Map.of("account.name", json("\"Minh\""), "earlier.house.phone", json("\"0912\""), "register.person.name", json("\"Lê Quang Minh\"")),
				Map.of("person", new LocalizedText("Cơ sở dữ liệu dân cư", "the population register"), "earlier.house.phone", LocalizedText.same("H26-1")), Set.of());
		ObjectNode filled = forms.prefill(form, FormPart.OF_APPLICANT, json("{}"), known);
		assertThat(filled).isEqualTo(json("{\"house\": {\"owner\": \"Lê Quang Minh\", \"phone\": \"0912\"}}"));
		PageView view = forms.view(form, "house", Sheet.of(filled, DAY).with(known));
		assertThat(view.fields().get(0).fixed()).isTrue();
		assertThat(view.fields().get(1).origin().kind()).isEqualTo(Origin.Kind.EARLIER);
		assertThat(forms.bound(form, json("{\"house\": {\"owner\": \"Khác\"}}"), known).at("/house/owner").asString("")).isEqualTo("Lê Quang Minh");
	}

	@Test
	void whileARegisterIsDownPeopleWriteThemselves() {
		Known down = new Known(Map.of("account.name", json("\"Minh\"")), Map.of("person", new LocalizedText("Cơ sở dữ liệu dân cư", "the population register")), Set.of("person"));
		ObjectNode filled = forms.prefill(form, FormPart.OF_APPLICANT, json("{}"), down);
		PageView view = forms.view(form, "house", Sheet.of(filled, DAY).with(down));
		assertThat(view.fields().get(0).fixed()).isFalse();
		assertThat(view.fields().get(0).origin().kind()).isEqualTo(Origin.Kind.DOWN);
		assertThat(forms.bound(form, json("{\"house\": {\"owner\": \"Khác\"}}"), down).at("/house/owner").asString("")).isEqualTo("Khác");
	}

	private PageView.LookupView lookup(ObjectNode answers, Map<String, String[]> typed) {
		return forms.view(form, "house", Sheet.of(answers, DAY).with(Map.of(), typed)).fields().stream().filter(field -> field.name().equals("house.tax")).findFirst()
			.orElseThrow().lookup();
	}

	private ObjectNode answers() {
		return (ObjectNode) BundleReader.examples(bundle).tree().get(0).get("answers").deepCopy();
	}

	@SuppressWarnings("unchecked")
	private static <T extends JsonNode> T json(String text) {
		return (T) JsonMapper.shared().readTree(text);
	}

	private static Bundle bundle() {
		try {
			return Bundle.of(Path.of("src", "test", "resources", "form", "shared-house"));
		}
		catch (IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

}
