package vn.motcua.form.preview;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.motcua.catalogue.Assessment;
import vn.motcua.catalogue.DefaultProcess;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.ServiceCase;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.bundle.ProcessGraph;
import vn.motcua.catalogue.feel.ServiceRules;
import vn.motcua.form.AnsweredPage;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.PageView;
import vn.motcua.form.Sheet;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.site.Page;

/** A bundle as it would come out, published or not. */
public final class Preview {

	private final PreviewTools tools;

	private final Place place;

	private final ServiceVersion service;

	private final FormDefinition form;

	private final List<PreviewedExample> examples = new ArrayList<>();

	Preview(Bundle bundle, PreviewTools tools, Place place) {
		this.tools = tools;
		this.place = place;
		this.service = BundleReader.read(bundle);
		this.form = tools.forms().of(service);
		ServiceRules rules = new ServiceRules(service, tools.areas());
		for (JsonNode example : BundleReader.examples(bundle).tree()) {
			examples.add(example(example, rules));
		}
	}

	/**
	 * Where a preview is shown.
	 *
	 * @param at address of its first page without a slash at the end
	 * @param proposal address of the proposal it belongs to, {@code null} for a folder
	 */
	public record Place(String at, @Nullable String proposal) {

		public String home() {
			return at.isEmpty() ? "/" : at;
		}

	}

	public Place place() {
		return place;
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

	/** Drawn processes by their names: the service's, and those of cases that have their own. */
	public Map<LocalizedText, ProcessPicture> processes() {
		Map<LocalizedText, ProcessPicture> pictures = new LinkedHashMap<>();
		List<ServiceCase> own = service.cases().stream().filter(one -> one.process() != null).toList();
		if (own.size() < service.cases().size()) {
			pictures.put(service.name(), picture(Bundle.PROCESS, service.process() == null ? DefaultProcess.xml() : service.process()));
		}
		own.forEach(one -> pictures.put(one.name(), picture(one.id() + ".bpmn", String.valueOf(one.process()))));
		return pictures;
	}

	/** The example with a number from 1. */
	Optional<PreviewedExample> example(int number) {
		return number < 1 || number > examples.size() ? Optional.empty() : Optional.of(examples.get(number - 1));
	}

	/** The pages that an example goes through; all of them for 0, the form without answers. */
	List<FormPage> pages(int example) {
		return example(example).map(PreviewedExample::pages).orElse(form.pages());
	}

	/** A page as whoever fills it in sees it, with what is wrong with the answers of a refused example. */
	PageView view(String pageId, int example) {
		Sheet sheet = example(example).map(one -> Sheet.of(one.answers(), one.on()).with(one.problems()))
			.orElseGet(() -> Sheet.of(JsonNodeFactory.instance.objectNode(), LocalDate.now(tools.clock().withZone(Page.ZONE))));
		return tools.forms().view(form, pageId, sheet);
	}

	PreviewPapers papers() {
		return new PreviewPapers(service, form, tools);
	}

	private static ProcessPicture picture(String file, String bpmn) {
		return new ProcessPicture(ProcessGraph.read(file, bpmn));
	}

	private PreviewedExample example(JsonNode example, ServiceRules rules) {
		LocalDate on = LocalDate.parse(example.path("on").asString(""));
		Channel channel = Channel.valueOf(example.path("channel").asString("online").toUpperCase(Locale.ROOT));
		JsonNode answers = tools.forms().complete(form, example.path("answers"), on);
		Assessment assessment = rules.assess(answers, channel, on);
		LocalDateTime due = assessment.timeLimit() == null ? null
				: tools.calendar().get().due(on.atTime(PreviewedExample.RECEIVED).atZone(Page.ZONE), assessment.timeLimit()).toLocalDateTime();
		LocalizedText caseName = service.cases().stream().filter(one -> one.id().equals(assessment.caseId())).map(ServiceCase::name).findFirst().orElse(null);
		JsonNode name = example.path("name");
		return new PreviewedExample(examples.size() + 1, new LocalizedText(name.path("vi").asString("?"), name.path("en").asString("")), on, channel, answers,
				tools.forms().answered(form, answers, Map.of(), on), tools.forms().answeredWithOffice(form, answers, Map.of(), on).stream().map(AnsweredPage::page).toList(),
				assessment, caseName, due, tools.forms().check(form, example.path("answers"), on));
	}

}
