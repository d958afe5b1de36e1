package vn.motcua.form.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kernel.ProcedureCode;

/** A procedure of the national database as the draft of a bundle: what the record says, and a list of what a person must still write. */
public final class ProcedureImport {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final Set<String> READ = Set.of("MATTHC", "TENTTHC", "MACOQUANCONGBO", "LINHVUCTHUCHIEN", "TRINHTUTHUCHIEN", "CACHTHUCTHUCHIEN", "THANHPHANHOSO",
			"DOITUONGTHUCHIEN", "COQUANTHUCHIEN", "KETQUATHUCHIEN", "CANCUPHAPLY", "YEUCAU", "MOTA");

	private static final Map<String, String> LEVELS = Map.of("xa", "commune", "huyen", "district", "tinh", "province", "bo", "ministry", "trung uong", "ministry");

	private final List<NotCarried> left = new ArrayList<>();

	private final Words words = new Words(MissingNode.getInstance());

	private final ProcedureRecord record;

	private final ProcedureCases cases;

	private final DraftService service;

	private ProcedureImport(ProcedureRecord record) {
		this.record = record;
		String name = record.text("TENTTHC");
		if (name.isEmpty()) {
			throw new ImportRefused("The record has no TENTTHC, the name of the procedure.");
		}
		this.service = new DraftService(words.of(name));
		this.cases = new ProcedureCases(record, words, left);
	}

	/** @throws ImportRefused when the text is not the record of one procedure */
	public static BundleDraft of(String text) {
		return new ProcedureImport(ProcedureRecord.of(text)).draft();
	}

	private BundleDraft draft() {
		String code = record.text("MATTHC");
		if (ProcedureCode.isWellFormed(code)) {
			service.set("code", NODES.stringNode(code));
			service.written("code:");
		}
		else {
			left.add(new NotCarried("MATTHC", "code", "\"" + code + "\" is not a procedure code such as 1.001193."));
		}
		summary();
		regulator();
		audience();
		String level = level();
		cases.write(service, new ProcedureChannels(record.list("CACHTHUCTHUCHIEN"), left));
		service.papers(cases.papers());
		service.handledAt(ProcedureForm.territorial(level) ? ProcedureForm.PLACE : "");
		service.set("handling", ProcedureForm.territorial(level) ? NODES.objectNode().put("level", level).put("address", ProcedureForm.PLACE)
				: NODES.objectNode().put("level", level).put("choose", true));
		results();
		laws();
		rest();
		service.toWrite("The English words of every text: " + words.untranslated().size() + " stand in Vietnamese in both languages.");
		service.toWrite("form.json: what else the prescribed form asks; the draft asks who applies, where, which case and for the papers.");
		service.toWrite("life_events, search_words: how people look for it.");
		Map<String, String> files = new LinkedHashMap<>();
		files.put("service.yaml", service.yaml());
		files.put("form.json", SourceJson.write(new ProcedureForm(words).form(level, cases)));
		String slug = Words.name(record.text("TENTTHC"), "-", 60);
		return new BundleDraft((ProcedureCode.isWellFormed(code) ? code + "-" : "") + slug, files, left);
	}

	private void summary() {
		String summary = record.text("MOTA");
		if (!summary.isEmpty()) {
			service.set("summary", words.of(summary));
		}
		List<JsonNode> conditions = record.list("YEUCAU");
		ArrayNode written = NODES.arrayNode();
		conditions.stream().map(one -> one.isObject() ? ProcedureRecord.text(one, "NOIDUNG", "YEUCAU", "MOTA") : Words.plain(one.asString("")))
			.filter(one -> !one.isEmpty() && !ProcedureChannels.plain(one).matches("khong( co)?( thong tin)?\\.?")).limit(40).forEach(one -> written.add(words.of(one)));
		if (!written.isEmpty()) {
			service.set("conditions", written);
		}
	}

	private void regulator() {
		List<JsonNode> fields = record.list("LINHVUCTHUCHIEN");
		String ministry = record.text("MACOQUANCONGBO");
		String branch = fields.isEmpty() ? "" : ProcedureRecord.text(fields.getFirst(), "MANGANH");
		String found = ministry.matches("[A-Z]\\d{2}") ? ministry : branch.matches("[A-Z]\\d{2}") ? branch : "";
		if (!found.isEmpty()) {
			service.set("ministry", NODES.stringNode(found));
		}
		else if (!ministry.isEmpty()) {
			left.add(new NotCarried("MACOQUANCONGBO", "ministry", "\"" + ministry + "\" is not an exchange code such as G15."));
		}
		if (!fields.isEmpty()) {
			String code = ProcedureRecord.text(fields.getFirst(), "MALINHVUC");
			boolean fits = code.matches("[A-Z]\\d{2}-[A-Z0-9]{2,8}");
			service.set("field", NODES.objectNode().put("code", fits ? code : "G00-XX").set("name", words.of(ProcedureRecord.text(fields.getFirst(), "TENLINHVUC", "MALINHVUC"))));
			if (fits && !found.isEmpty()) {
				service.written("field, ministry:");
			}
			if (!fits) {
				left.add(new NotCarried("LINHVUCTHUCHIEN/0/MALINHVUC", "field", "\"" + code + "\" is not a field code such as G15-HT."));
			}
		}
		for (int index = 1; index < fields.size(); index++) {
			left.add(new NotCarried("LINHVUCTHUCHIEN/" + index, "field", "A service has one field; \"" + ProcedureRecord.text(fields.get(index), "TENLINHVUC") + "\" was left out."));
		}
	}

	private void audience() {
		String subjects = ProcedureChannels.plain(record.list("DOITUONGTHUCHIEN").stream()
			.map(one -> one.isObject() ? String.join(" ", one.valueStream().map(value -> value.asString("")).toList()) : one.asString("")).reduce("", (all, one) -> all + " " + one));
		ArrayNode audience = NODES.arrayNode();
		if (subjects.matches("(?s).*(cong dan|ca nhan|nguoi).*")) {
			audience.add("citizen");
		}
		if (subjects.matches("(?s).*(doanh nghiep|to chuc|hop tac xa|ho kinh doanh).*")) {
			audience.add("enterprise");
		}
		if (!audience.isEmpty()) {
			service.set("audience", audience);
		}
	}

	private String level() {
		List<JsonNode> agencies = record.list("COQUANTHUCHIEN");
		String written = agencies.isEmpty() ? "" : ProcedureChannels.plain(ProcedureRecord.text(agencies.getFirst(), "CAPDONVI", "TENDONVI"));
		for (Map.Entry<String, String> level : LEVELS.entrySet()) {
			if (written.matches("(.*\\b)?" + level.getKey() + "(\\b.*)?")) {
				return level.getValue();
			}
		}
		left.add(new NotCarried("COQUANTHUCHIEN", "handling", "The level of the agency is not said; the draft takes the commune."));
		return "commune";
	}

	private void results() {
		ArrayNode results = NODES.arrayNode();
		FormioNames ids = new FormioNames();
		for (JsonNode one : record.list("KETQUATHUCHIEN")) {
			String name = ProcedureRecord.text(one, "TENKETQUA");
			String type = ProcedureRecord.text(one, "MAKETQUA");
			if (!name.isEmpty() && results.size() < 20) {
				ObjectNode result = results.addObject().put("id", ids.name("", name).replace('_', '-'));
				result.set("name", words.of(name));
				if (type.matches("KQ\\.[A-Z]\\d{2}\\.\\d{6}")) {
					result.put("type", type);
				}
			}
		}
		if (!results.isEmpty()) {
			service.set("results", results);
			service.written("results:");
			service.toWrite("result.html: the template of the result, if the agency prints its own.");
		}
	}

	private void laws() {
		ArrayNode laws = NODES.arrayNode();
		for (JsonNode one : record.list("CANCUPHAPLY")) {
			String number = ProcedureRecord.text(one, "SOVANBAN");
			if (number.length() >= 3 && number.length() <= 60 && laws.size() < 60) {
				laws.addObject().put("number", number).set("name", words.of(ProcedureRecord.text(one, "TENVANBAN", "TRICHYEU", "SOVANBAN")));
			}
			else {
				left.add(new NotCarried("CANCUPHAPLY", "legal-basis", "A text without a number was left out: " + ProcedureRecord.text(one, "TENVANBAN") + "."));
			}
		}
		if (!laws.isEmpty()) {
			service.set("legal_basis", laws);
			service.written("legal_basis:");
		}
	}

	private void rest() {
		record.members().stream().filter(member -> !READ.contains(member.toUpperCase(java.util.Locale.ROOT))).forEach(member -> {
			JsonNode value = ProcedureRecord.member(record.root(), member);
			String said = value.isContainer() ? value.size() + " entries" : "\"" + Words.plain(value.asString("")) + "\"";
			if (value.isContainer() ? !value.isEmpty() : !value.asString("").isBlank()) {
				left.add(new NotCarried(member, "member", "A bundle has no place for it: " + said + "."));
			}
		});
	}

}
