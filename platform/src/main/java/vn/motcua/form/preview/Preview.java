package vn.motcua.form.preview;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.WorkingCalendars;
import vn.motcua.catalogue.Assessment;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.bundle.ProcessGraph;
import vn.motcua.catalogue.feel.AreaRule;
import vn.motcua.catalogue.feel.ServiceRules;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.Forms;
import vn.motcua.form.ResultTemplate;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.calendar.WorkingCalendar;
import vn.motcua.site.Messages;

/** A bundle as it would come out, read anew for every page so that a change in a file is seen at once. */
public final class Preview {

	private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private final ServiceVersion service;

	private final FormDefinition form;

	private final Forms forms;

	private final Agencies agencies;

	private final List<PreviewedExample> examples = new ArrayList<>();

	Preview(Bundle bundle, Forms forms, Agencies agencies, AreaRule areas) {
		this.service = BundleReader.read(bundle);
		this.forms = forms;
		this.agencies = agencies;
		this.form = forms.of(service);
		ServiceRules rules = new ServiceRules(service, areas);
		WorkingCalendar calendar = WorkingCalendars.packaged();
		for (JsonNode example : BundleReader.examples(bundle).tree()) {
			examples.add(example(example, rules, calendar));
		}
	}

	public ServiceVersion service() {
		return service;
	}

	public FormDefinition form() {
		return form;
	}

	public List<PreviewedExample> examples() {
		return examples;
	}

	Forms forms() {
		return forms;
	}

	/** Drawn processes by their names: the service's, and those of cases that have their own. */
	public Map<LocalizedText, ProcessPicture> processes() {
		Map<LocalizedText, ProcessPicture> pictures = new java.util.LinkedHashMap<>();
		if (service.process() != null) {
			pictures.put(service.name(), new ProcessPicture(ProcessGraph.read(Bundle.PROCESS, service.process())));
		}
		service.cases().stream().filter(one -> one.process() != null)
			.forEach(one -> pictures.put(one.name(), new ProcessPicture(ProcessGraph.read(one.id() + ".bpmn", one.process()))));
		return pictures;
	}

	JsonNode answers(int example) {
		return example < 1 || example > examples.size() ? JsonNodeFactory.instance.objectNode() : examples.get(example - 1).answers();
	}

	LocalDate on(int example) {
		return example < 1 || example > examples.size() ? LocalDate.now(ZONE) : examples.get(example - 1).on();
	}

	/** The filled template; facts that only a real dossier has are made plain as such. */
	String result(PreviewedExample example, Messages messages) {
		Map<String, String> facts = new HashMap<>();
		for (String fact : List.of("number", "agency", "signer", "position", "code", "reason", "opinion", "applicant")) {
			facts.put(fact, "[" + fact + "]");
		}
		facts.put("service", service.name().vi());
		facts.put("result", service.results().isEmpty() ? service.name().vi() : service.results().getFirst().name().vi());
		facts.put("submitted_on", "%1$td/%1$tm/%1$tY".formatted(example.on()));
		facts.put("signed_on", example.dueAt() == null ? "[signed_on]" : "%1$td/%1$tm/%1$tY".formatted(example.dueAt()));
		facts.put("fees", String.format(Locale.of("vi", "VN"), "%,d đồng", example.assessment().totalVnd()));
		facts.put("qr", "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='90' height='90'%3E%3Crect width='89' height='89' fill='none' stroke='black'/%3E%3C/svg%3E");
		return new ResultTemplate(form, agencies, messages).filled(String.valueOf(service.resultTemplate()), example.answers(), facts, example.on());
	}

	private PreviewedExample example(JsonNode example, ServiceRules rules, WorkingCalendar calendar) {
		LocalDate on = LocalDate.parse(example.path("on").asString(LocalDate.now(ZONE).toString()));
		Channel channel = Channel.valueOf(example.path("channel").asString("online").toUpperCase(Locale.ROOT));
		JsonNode answers = forms.complete(form, example.path("answers"), on);
		Assessment assessment = rules.assess(answers, channel, on);
		LocalDateTime due = assessment.timeLimit() == null ? null : calendar.due(on.atTime(9, 0).atZone(ZONE), assessment.timeLimit()).toLocalDateTime();
		LocalizedText caseName = service.cases().stream().filter(one -> one.id().equals(assessment.caseId())).map(ServiceVersion.ServiceCase::name).findFirst().orElse(null);
		JsonNode name = example.path("name");
		return new PreviewedExample(examples.size() + 1, new LocalizedText(name.path("vi").asString("?"), name.path("en").asString("")), on, channel.name().toLowerCase(Locale.ROOT),
				answers, forms.answered(form, answers, Map.of(), on), assessment, caseName, due, forms.check(form, example.path("answers"), on));
	}

}
