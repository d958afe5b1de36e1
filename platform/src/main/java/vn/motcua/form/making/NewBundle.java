package vn.motcua.form.making;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import vn.motcua.catalogue.bundle.KnownFields;
import vn.motcua.form.making.NewService.NewCase;
import vn.motcua.kernel.LocalizedText;

/** The files of a new bundle. */
final class NewBundle {

	private final NewService service;

	private final LocalDate today;

	NewBundle(NewService service, LocalDate today) {
		this.service = service;
		this.today = today;
	}

	Map<String, String> files() {
		Map<String, String> files = new LinkedHashMap<>();
		files.put("service.yaml", yaml());
		files.put("form.json", new NewForm(service).json());
		files.put("process.bpmn", new NewProcess(service).bpmn());
		files.put("result.html", result());
		files.put("examples.yaml", new NewExamples(service, today).yaml());
		return files;
	}

	private String yaml() {
		StringBuilder yaml = new StringBuilder();
		yaml.append("code: \"").append(service.code()).append("\"\nsource: unverified\nname: ").append(words(service.name())).append("\nsummary: ").append(words(service.summary()))
			.append("\nfield: {code: ").append(service.fieldCode()).append(", name: ").append(words(service.fieldName()))
			.append(KnownFields.knows(service.fieldCode()) ? "}" : ", new: true}         # a field that is in no list; nearest in the list:" + KnownFields.nearest(service.fieldCode()).replace(" Nearest is", "")).append("\nministry: ").append(service.fieldCode(), 0, 3)
			.append("\nlevel: 4\naudience: [").append(String.join(", ", service.audience())).append("]\nvalid: {from: ").append(today).append("}\nhandling:\n  level: ").append(service.level())
			.append("\n  address: ").append(service.address()).append("               # the unit of this address is competent; another address of the form may stand here\n");
		if (service.department() != null) {
			yaml.append("  department: ").append(service.department()).append('\n');
		}
		yaml.append("channels: [online, desk, post]\nlegal_basis:\n  - {number: ").append(quoted(service.lawNumber())).append(", name: ").append(words(service.law())).append("}\nsteps:\n");
		service.steps().forEach(step -> yaml.append("  - ").append(words(step.name())).append('\n'));
		yaml.append("life_events: []\nsearch_words: [").append(quoted(service.name().vi().toLowerCase(java.util.Locale.ROOT))).append("]          # how people call it; add what they type\n\ncases:\n");
		for (int at = 0; at < service.cases().size(); at++) {
			NewCase one = service.cases().get(at);
			String when = at == service.cases().size() - 1 ? "true" : "request.kind = \"" + one.id() + "\"";
			yaml.append("  - id: ").append(one.id()).append("\n    name: ").append(words(one.name())).append("\n    when: '").append(when).append("'\n    time_limit: ").append(one.limit()).append('\n');
		}
		components(yaml);
		fees(yaml);
		return yaml.append("\nresults:\n  - {id: result, name: ").append(words(service.result())).append("}\n").toString();
	}

	private void components(StringBuilder yaml) {
		yaml.append("\ncomponents:\n  - id: supporting-papers\n    name: {vi: Giấy tờ kèm theo, en: Supporting papers}\n    required: \"true\"\n    originals: 0\n    copies: 1\n");
		if (service.exempts()) {
			yaml.append("  - id: exemption-proof\n    name: {vi: Giấy tờ chứng minh được miễn, en: Proof of the exemption}\n    required: '").append(service.exempted()).append("'\n    originals: 0\n    copies: 1\n");
		}
	}

	private void fees(StringBuilder yaml) {
		if (service.feeVnd() == 0) {
			yaml.append("\nfees: []\n");
			return;
		}
		yaml.append("\nfees:\n  - id: fee\n    kind: fee\n    name: {vi: Lệ phí, en: Fee}\n    base: ").append(service.feeVnd()).append('\n');
		if (service.exempts()) {
			yaml.append("    exempt:\n");
			service.exemptions().forEach(who -> yaml.append("      - {name: ").append(words(who)).append(", when: 'applicant_group = \"").append(NewService.slug(who.en())).append("\"'}\n"));
		}
		else {
			yaml.append("    exempt: []\n");
		}
		yaml.append("    pay_at: receipt\n    valid: {from: ").append(today).append("}\n    source: unverified\n");
	}

	private String result() {
		try (InputStream template = NewBundle.class.getResourceAsStream("/form/new/result.html")) {
			return new String(template.readAllBytes(), StandardCharsets.UTF_8).replace("[[RESULT]]", escaped(service.result().vi().toUpperCase(java.util.Locale.ROOT)));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	static String words(LocalizedText text) {
		return "{vi: " + quoted(text.vi()) + ", en: " + quoted(text.en()) + "}";
	}

	static String quoted(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	static List<LocalizedText> groups(NewService service) {
		return service.exempts() ? service.exemptions() : List.of();
	}

}
