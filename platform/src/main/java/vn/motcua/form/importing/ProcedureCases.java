package vn.motcua.form.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Cases (<i>trường hợp</i>) of a record with their steps and papers. */
final class ProcedureCases {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final int MOST = 40;

	private static final String NO_LIMIT = "1 working-day";

	private final Map<String, String> ids = new LinkedHashMap<>();

	private final FormioNames names = new FormioNames();

	private final ArrayNode steps = NODES.arrayNode();

	private final ArrayNode papers = NODES.arrayNode();

	private final Words words;

	private final List<NotCarried> left;

	ProcedureCases(ProcedureRecord record, Words words, List<NotCarried> left) {
		this.words = words;
		this.left = left;
		for (JsonNode one : record.list("TRINHTUTHUCHIEN")) {
			known(ProcedureRecord.text(one, "TRUONGHOP"));
			for (JsonNode step : ProcedureRecord.list(one, "TRINHTU")) {
				String text = step.isObject() ? ProcedureRecord.text(step, "TENTRINHTU", "MOTA") : Words.plain(step.asString(""));
				if (!text.isEmpty() && steps.size() < MOST) {
					steps.add(words.of(text));
				}
			}
		}
		List<JsonNode> groups = record.list("THANHPHANHOSO");
		for (int group = 0; group < groups.size(); group++) {
			String id = known(ProcedureRecord.text(groups.get(group), "TRUONGHOP"));
			List<JsonNode> listed = ProcedureRecord.list(groups.get(group), "GIAYTO");
			for (int index = 0; index < listed.size(); index++) {
				paper(listed.get(index), id, "THANHPHANHOSO/" + group + "/GIAYTO/" + index);
			}
		}
	}

	/** Names of the cases by id; empty when the record tells no cases apart. */
	Map<String, String> choices() {
		Map<String, String> choices = new LinkedHashMap<>();
		if (ids.size() > 1) {
			ids.forEach((name, id) -> choices.put(id, name));
		}
		return choices;
	}

	ArrayNode papers() {
		return papers;
	}

	void write(DraftService service, ProcedureChannels channels) {
		ArrayNode cases = NODES.arrayNode();
		Map<String, String> choices = choices();
		choices.forEach((id, name) -> {
			boolean last = cases.size() == choices.size() - 1;
			add(cases, id, words.of(name), last ? "true" : ProcedureForm.CASE + " = \"" + id + "\"", channels);
		});
		if (cases.isEmpty()) {
			add(cases, "usual", DraftService.both("Giải quyết hồ sơ", "Handling of the dossier"), "true", channels);
		}
		service.set("cases", cases);
		if (channels.everyLimitKnown()) {
			service.written("cases:");
		}
		if (!choices.isEmpty()) {
			service.toWrite("cases: a condition on the answers in place of asking which case it is, where the answers tell; and the time limit of each.");
		}
		if (!steps.isEmpty()) {
			service.set("steps", steps);
			service.written("steps:");
		}
		if (!channels.channels().isEmpty()) {
			service.set("channels", channels.channels());
		}
		ArrayNode fees = channels.fees(words);
		if (!fees.isEmpty()) {
			service.set("fees", fees);
			service.toWrite("fees: legal basis, exemptions and days of validity of " + String.join(", ", channels.feeTitles()) + ".");
		}
	}

	private static void add(ArrayNode cases, String id, ObjectNode name, String when, ProcedureChannels channels) {
		ObjectNode one = cases.addObject().put("id", id);
		one.set("name", name);
		one.put("when", when);
		one.set("time_limit", channels.limit(NO_LIMIT));
		one.put("source", "unverified");
	}

	private String known(String name) {
		String plain = ProcedureChannels.plain(name);
		if (name.isEmpty() || plain.matches("(truong hop )?(chung|khong|bao gom)[.:]?") || ids.size() >= MOST) {
			return "";
		}
		return ids.computeIfAbsent(name, any -> names.name("", any).replace('_', '-'));
	}

	private void paper(JsonNode written, String caseId, String at) {
		String name = ProcedureRecord.text(written, "TENGIAYTO");
		if (name.isEmpty() || papers.size() >= 60) {
			left.add(new NotCarried(at, "paper", name.isEmpty() ? "A paper without a name was left out." : "A service has at most 60 papers."));
			return;
		}
		ObjectNode paper = papers.addObject().put("id", names.name("papers", name).replace('_', '-'));
		paper.set("name", words.of(name));
		if (!caseId.isEmpty()) {
			paper.set("cases", NODES.arrayNode().add(caseId));
		}
		paper.put("originals", count(written, "SOBANCHINH", "BANCHINH", "SOLUONGBANCHINH"));
		paper.put("copies", count(written, "SOBANSAO", "BANSAO", "SOLUONGBANSAO"));
		String form = ProcedureRecord.text(written, "TENMAUDON");
		String url = ProcedureRecord.text(written, "URL");
		if (!form.isEmpty() || !url.isEmpty()) {
			left.add(new NotCarried(at + "/TENMAUDON", "prescribed-form", "Ask in form.json what the prescribed form asks: " + form + (url.isEmpty() ? "" : " (" + url + ")") + "."));
		}
	}

	private static int count(JsonNode written, String... names) {
		String text = ProcedureRecord.text(written, names);
		return text.matches("\\d{1,2}") ? Math.min(Integer.parseInt(text), 50) : 0;
	}

	List<String> paperIds() {
		List<String> found = new ArrayList<>();
		papers.forEach(paper -> found.add(paper.path("id").asString("")));
		return found;
	}

}
