package vn.motcua.catalogue.web;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.LocalizedText;

/** What applicants and officers will meet: the pages of the form, the internal steps, the words of the result. */
public record BundlePreview(List<FormPart> form, List<Step> steps, List<String> result) {

	private static final String FLOWABLE = "http://flowable.org/bpmn";

	private static final String MOTCUA = "https://motcua.vn/bpmn";

	private static final int MOST_LINES = 200;

	/** A page of the form with its questions. */
	public record FormPart(LocalizedText title, List<LocalizedText> questions) {
	}

	/** @param group who does it: {@code receive}, {@code process}, {@code sign} or {@code return} */
	public record Step(LocalizedText name, String group, String hours) {
	}

	static BundlePreview of(ServiceVersion service) {
		return new BundlePreview(form(service.form()), steps(service.process()), result(service.resultTemplate()));
	}

	private static List<FormPart> form(JsonNode form) {
		List<FormPart> pages = new ArrayList<>();
		for (JsonNode page : form.path("x-pages")) {
			List<LocalizedText> questions = new ArrayList<>();
			page.path("fields").forEach(path -> questions(at(form, path.asString("")), questions));
			pages.add(new FormPart(words(page.path("title"), page.path("id").asString("–")), questions));
		}
		return pages;
	}

	private static void questions(JsonNode at, List<LocalizedText> into) {
		JsonNode hints = at.path("x-field");
		if (hints.has("kind")) {
			into.add(words(hints.path("label"), "–"));
			if (hints.path("kind").asString("").equals("group")) {
				at.path("items").path("properties").forEach(part -> questions(part, into));
			}
		}
		else {
			at.path("properties").forEach(part -> questions(part, into));
		}
	}

	private static JsonNode at(JsonNode form, String path) {
		JsonNode at = form;
		for (String name : path.split("\\.")) {
			at = at.path("properties").path(name);
		}
		return at;
	}

	private static List<Step> steps(@Nullable String bpmn) {
		List<Step> steps = new ArrayList<>();
		if (bpmn == null) {
			return steps;
		}
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		try {
			XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(bpmn));
			while (reader.hasNext()) {
				if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("userTask")) {
					steps.add(step(reader));
				}
			}
			return steps;
		}
		catch (XMLStreamException unreadable) {
			return steps;
		}
	}

	private static Step step(XMLStreamReader reader) {
		String name = String.valueOf(reader.getAttributeValue(null, "name"));
		String english = reader.getAttributeValue(MOTCUA, "nameEn");
		String groups = String.valueOf(reader.getAttributeValue(FLOWABLE, "candidateGroups"));
		return new Step(new LocalizedText(name, english == null ? name : english), groups.split(",")[0], String.valueOf(reader.getAttributeValue(MOTCUA, "hours")));
	}

	/** The template without its marks; what is filled in stays as {@code {{…}}}. */
	private static List<String> result(@Nullable String template) {
		if (template == null) {
			return List.of();
		}
		String body = template.replaceAll("(?s)<head.*?</head>|<!--.*?-->", " ").replaceAll("(?i)</(p|tr|h\\d|div|li|table)>|<br\\s*/?>", "\n").replaceAll("(?s)<[^>]{1,2000}>", " ")
			.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&#160;", " ");
		return Stream.of(body.split("\n")).map(line -> line.replaceAll("\\s+", " ").strip()).filter(line -> !line.isEmpty()).limit(MOST_LINES).toList();
	}

	private static LocalizedText words(JsonNode words, String otherwise) {
		String vi = words.path("vi").asString("");
		return vi.isBlank() ? LocalizedText.same(otherwise) : new LocalizedText(vi, words.path("en").asString(vi));
	}

}
