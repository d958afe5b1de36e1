package vn.motcua.form.making;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kernel.LocalizedText;

/** The form of a new service: who asks, what for, and whether they are exempt. */
final class NewForm {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final NewService service;

	private final ObjectNode form = JSON.createObjectNode();

	NewForm(NewService service) {
		this.service = service;
	}

	String json() {
		form.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("type", "object");
		words(form, "x-declaration", "Tôi cam đoan những lời khai trên là đúng sự thật và chịu trách nhiệm trước pháp luật.", "I declare that what I have stated is true, and I answer for it before the law.");
		ArrayNode pages = form.putArray("x-pages");
		page(pages, "applicant", "Thông tin của bạn", "About you", "applicant.person", "applicant.phone", "applicant.address");
		boolean several = service.cases().size() > 1;
		page(pages, "request", "Nội dung đề nghị", "What you ask for", Stream.of(several ? "request.kind" : null, service.elsewhere() ? "request.place" : null, "request.content", "papers.supporting")
			.filter(Objects::nonNull).toArray(String[]::new));
		ArrayNode required = form.putArray("required").add("applicant").add("request");
		ObjectNode questions = form.putObject("properties");
		applicant(questions.putObject("applicant"));
		request(questions.putObject("request"), several);
		ObjectNode papers = questions.putObject("papers");
		papers.put("type", "object");
		file(papers.putObject("properties").putObject("supporting"), "supporting-papers", "Giấy tờ kèm theo", "Supporting papers", "Chụp hoặc quét rõ từng trang.", "Photograph or scan every page clearly.");
		if (service.exempts()) {
			page(pages, "group", "Miễn lệ phí", "Exemption from the fee", "applicant_group", "papers.group_proof");
			required.add("applicant_group");
			group(questions.putObject("applicant_group"));
			ObjectNode proof = (ObjectNode) papers.path("properties");
			file(proof.putObject("group_proof"), "exemption-proof", "Giấy tờ chứng minh được miễn", "Proof of the exemption", "Ví dụ giấy xác nhận hộ nghèo.", "For example the certificate of a poor household.")
				.put("when", service.exempted());
		}
		return JSON.writeValueAsString(form) + "\n";
	}

	private static void page(ArrayNode pages, String id, String vi, String en, String... fields) {
		ObjectNode page = pages.addObject().put("id", id);
		words(page, "title", vi, en);
		ArrayNode list = page.putArray("fields");
		for (String field : fields) {
			list.add(field);
		}
	}

	private void applicant(ObjectNode applicant) {
		applicant.put("type", "object").putArray("required").add("person").add("phone").add("address");
		ObjectNode questions = applicant.putObject("properties");
		ObjectNode person = questions.putObject("person").put("$ref", "#/$defs/person");
		person.putArray("required").add("name").add("personal_number");
		ObjectNode hints = field(person, "person", "Người đề nghị", "Applicant", "Ghi như trên thẻ căn cước.", "As on the identity card.", "Nguyễn Thị Lan, 001192004381").put("prefill", "account");
		hints.putArray("parts").add("name").add("personal_number");
		ObjectNode phone = questions.putObject("phone").put("type", "string").put("minLength", 9).put("maxLength", 15).put("pattern", "^[+0-9 ]+$");
		field(phone, "text", "Số điện thoại", "Telephone", "Để cơ quan liên hệ khi cần.", "So that the authority can reach you.", "0912 345 678").put("prefill", "account.phone").put("autocomplete", "tel");
		field(questions.putObject("address").put("$ref", "#/$defs/address"), "address", "Nơi cư trú", "Where you live",
				service.elsewhere() ? "Nơi bạn đang sống." : "Cơ quan nơi bạn cư trú giải quyết hồ sơ.", service.elsewhere() ? "Where you live now." : "The authority of this place handles the dossier.",
				"Số 18 Hàng Bạc, phường Hoàn Kiếm, Hà Nội")
			.put("prefill", "account.address");
	}

	private void request(ObjectNode request, boolean several) {
		ArrayNode required = request.put("type", "object").putArray("required").add("content");
		ObjectNode questions = request.putObject("properties");
		if (several) {
			required.add("kind");
			ObjectNode choice = questions.putObject("kind").put("type", "string");
			choices(choice, field(choice, "choice", "Trường hợp của bạn", "Your case", "Thời hạn giải quyết tùy trường hợp.", "The time limit depends on the case.", null),
					service.cases().stream().map(one -> new Choice(one.id(), one.name())).toList());
		}
		if (service.elsewhere()) {
			required.add("place");
			field(questions.putObject("place").put("$ref", "#/$defs/address"), "address", "Nơi giải quyết", "The place it is about", "Cơ quan ở nơi này giải quyết hồ sơ.", "The authority of this place handles the dossier.",
					"Số 18 Hàng Bạc, phường Hoàn Kiếm, Hà Nội");
		}
		field(questions.putObject("content").put("type", "string").put("minLength", 5).put("maxLength", 2000), "long-text", "Nội dung đề nghị", "What you ask for",
				"Viết ngắn gọn, nêu rõ bạn cần gì.", "Briefly and plainly.", "Xác nhận thông tin để bổ sung hồ sơ vay vốn.");
	}

	private void group(ObjectNode choice) {
		List<Choice> choices = new java.util.ArrayList<>(List.of(new Choice("none", new LocalizedText("Không thuộc đối tượng nào", "None of these"))));
		service.exemptions().forEach(who -> choices.add(new Choice(NewService.slug(who.en()), who)));
		choices(choice.put("type", "string"), field(choice, "choice", "Bạn thuộc đối tượng nào?", "Are you one of these?", "Đối tượng được miễn lệ phí.", "They pay no fee.", null), choices);
	}

	private record Choice(String value, LocalizedText label) {
	}

	private static void choices(ObjectNode schema, ObjectNode hints, List<Choice> choices) {
		ArrayNode values = schema.putArray("enum");
		ArrayNode options = hints.putArray("options");
		for (Choice choice : choices) {
			values.add(choice.value());
			words(options.addObject().put("value", choice.value()), "label", choice.label().vi(), choice.label().en());
		}
	}

	private static ObjectNode file(ObjectNode schema, String component, String vi, String en, String helpVi, String helpEn) {
		return field(schema, "file", vi, en, helpVi, helpEn, null).put("component", component);
	}

	private static ObjectNode field(ObjectNode schema, String kind, String vi, String en, String helpVi, String helpEn, @org.jspecify.annotations.Nullable String sample) {
		ObjectNode hints = schema.putObject("x-field").put("kind", kind);
		words(hints, "label", vi, en);
		words(hints, "help", helpVi, helpEn);
		if (sample != null) {
			hints.put("sample", sample);
		}
		return hints;
	}

	private static void words(ObjectNode object, String name, String vi, String en) {
		object.putObject(name).put("vi", vi).put("en", en);
	}

}
