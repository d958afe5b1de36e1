package vn.motcua.catalogue.bundle;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;

/** The steps and flows of a BPMN process, as far as bundles use them. */
public record ProcessGraph(List<Node> nodes, List<Flow> flows) {

	private static final String FLOWABLE = "http://flowable.org/bpmn";

	private static final String MOTCUA = "https://motcua.vn/bpmn";

	private static final Set<String> NODES = Set.of("startEvent", "endEvent", "userTask", "exclusiveGateway", "parallelGateway");

	public enum Kind {
		START_EVENT, END_EVENT, USER_TASK, EXCLUSIVE_GATEWAY, PARALLEL_GATEWAY
	}

	/**
	 * @param groups who may do the step, divided by commas; empty for what is no step
	 * @param hours working hours, as written
	 * @param defaultFlow of an exclusive gateway
	 */
	public record Node(String id, Kind kind, LocalizedText name, String groups, String hours, @Nullable String defaultFlow, int line) {
	}

	/**
	 * @param name {@code null} for none
	 * @param condition as written, {@code null} for none
	 */
	public record Flow(String id, String from, String to, @Nullable LocalizedText name, @Nullable String condition, int line) {

		Flow on(String condition) {
			return new Flow(id, from, to, name, condition, line);
		}

	}

	public List<Node> steps() {
		return nodes.stream().filter(node -> node.kind() == Kind.USER_TASK).toList();
	}

	public List<Flow> from(String id) {
		return flows.stream().filter(flow -> flow.from().equals(id)).toList();
	}

	/**
	 * What a file holds.
	 * @throws BundleRefused when it is not well-formed
	 */
	public static ProcessGraph read(String file, String text) {
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		List<Node> nodes = new ArrayList<>();
		List<Flow> flows = new ArrayList<>();
		try {
			XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
			while (reader.hasNext()) {
				if (reader.next() == XMLStreamConstants.START_ELEMENT) {
					element(reader, nodes, flows);
				}
			}
		}
		catch (XMLStreamException unreadable) {
			int line = unreadable.getLocation() == null ? 1 : Math.max(1, unreadable.getLocation().getLineNumber());
			throw new BundleRefused(file, line, "process-xml", "This is not well-formed XML: " + String.valueOf(unreadable.getMessage()).lines().toList().getLast());
		}
		return new ProcessGraph(List.copyOf(nodes), List.copyOf(flows));
	}

	private static void element(XMLStreamReader reader, List<Node> nodes, List<Flow> flows) throws XMLStreamException {
		String element = reader.getLocalName();
		int line = reader.getLocation().getLineNumber();
		String id = text(reader, null, "id");
		if (element.equals("sequenceFlow")) {
			String name = text(reader, null, "name");
			flows.add(new Flow(id, text(reader, null, "sourceRef"), text(reader, null, "targetRef"), name.isBlank() ? null : new LocalizedText(name, text(reader, MOTCUA, "nameEn")), null, line));
		}
		else if (element.equals("conditionExpression") && !flows.isEmpty()) {
			flows.set(flows.size() - 1, flows.getLast().on(reader.getElementText().strip()));
		}
		else if (NODES.contains(element)) {
			String name = text(reader, null, "name");
			nodes.add(new Node(id, Kind.valueOf(element.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT)),
					new LocalizedText(name.isBlank() ? id.isBlank() ? "?" : id : name, text(reader, MOTCUA, "nameEn")), text(reader, FLOWABLE, "candidateGroups"),
					text(reader, MOTCUA, "hours"), reader.getAttributeValue(null, "default"), line));
		}
	}

	private static String text(XMLStreamReader reader, @Nullable String namespace, String name) {
		String value = reader.getAttributeValue(namespace, name);
		return value == null ? "" : value;
	}

}
