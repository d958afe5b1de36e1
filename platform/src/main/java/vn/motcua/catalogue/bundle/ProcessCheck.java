package vn.motcua.catalogue.bundle;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** {@code process.bpmn} and the processes of cases: well-formed, with steps that have an owner, hours and a known meaning. */
public final class ProcessCheck implements BundleRule {

	private static final String FLOWABLE = "http://flowable.org/bpmn";

	private static final String MOTCUA = "https://motcua.vn/bpmn";

	private static final Set<String> GROUPS = Set.of("receive", "process", "sign", "return");

	/** Processes of procedures have some dozens; drawing and checking take time for each. */
	private static final int MOST_FLOWS = 500;

	private static final List<String> MEANINGS = List.of("receive", "process", "consult", "propose", "sign", "return");

	@Override
	public List<Finding> check(Bundle bundle) {
		List<Finding> findings = new ArrayList<>();
		bundle.names().stream().filter(name -> name.endsWith(".bpmn")).forEach(name -> read(name, String.valueOf(bundle.text(name)), findings));
		return findings.isEmpty() ? new ProcessTime(bundle).check() : findings;
	}

	private static void read(String file, String text, List<Finding> findings) {
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		Set<String> ids = new HashSet<>();
		Set<String> elements = new HashSet<>();
		List<Reference> references = new ArrayList<>();
		try {
			XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
			while (reader.hasNext()) {
				if (reader.next() == XMLStreamConstants.START_ELEMENT) {
					element(file, reader, ids, elements, references, findings);
				}
			}
		}
		catch (XMLStreamException unreadable) {
			int line = unreadable.getLocation() == null ? 1 : Math.max(1, unreadable.getLocation().getLineNumber());
			findings.add(new Finding(file, line, "process-xml", "This is not well-formed XML: " + String.valueOf(unreadable.getMessage()).lines().toList().getLast()));
			return;
		}
		if (references.size() > 2 * MOST_FLOWS) {
			findings.add(new Finding(file, references.get(2 * MOST_FLOWS).line(), "process-size", "A process has at most " + MOST_FLOWS + " flows."));
			return;
		}
		references.stream().filter(reference -> !ids.contains(reference.id()))
			.forEach(reference -> findings.add(new Finding(file, reference.line(), "process-flow", "A flow leads to \"" + reference.id() + "\", which is not there.")));
		if (references.stream().allMatch(reference -> ids.contains(reference.id()))) {
			findings.addAll(new ProcessWays(file, ProcessGraph.read(file, text)).check());
		}
		for (String needed : List.of("startEvent", "endEvent", "userTask")) {
			if (!elements.contains(needed)) {
				findings.add(new Finding(file, 1, "process-" + needed.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT), "The process has no " + needed + "."));
			}
		}
	}

	private record Reference(String id, int line) {
	}

	private static void element(String file, XMLStreamReader reader, Set<String> ids, Set<String> elements, List<Reference> references, List<Finding> findings) {
		int line = reader.getLocation().getLineNumber();
		String id = reader.getAttributeValue(null, "id");
		elements.add(reader.getLocalName());
		if (id != null && !ids.add(id)) {
			findings.add(new Finding(file, line, "process-id-twice", "The id \"" + id + "\" stands there twice."));
		}
		if (reader.getLocalName().equals("sequenceFlow")) {
			references.add(new Reference(String.valueOf(reader.getAttributeValue(null, "sourceRef")), line));
			references.add(new Reference(String.valueOf(reader.getAttributeValue(null, "targetRef")), line));
		}
		if (reader.getLocalName().equals("userTask")) {
			task(file, reader, line, String.valueOf(id), findings);
		}
		if (reader.getLocalName().matches("scriptTask|serviceTask|callActivity|sendTask")) {
			findings.add(new Finding(file, line, "process-task-kind", "Processes of bundles are made of user tasks; \"" + reader.getLocalName() + "\" is not run."));
		}
	}

	private static void task(String file, XMLStreamReader reader, int line, String id, List<Finding> findings) {
		String groups = reader.getAttributeValue(FLOWABLE, "candidateGroups");
		if (groups == null || !GROUPS.containsAll(List.of(groups.split(",")))) {
			findings.add(new Finding(file, line, "process-group", "The step \"" + id + "\" needs flowable:candidateGroups of receive, process, sign, return."));
		}
		else if (MEANINGS.stream().anyMatch(id::startsWith) && java.util.stream.Stream.of(groups.split(",")).noneMatch(group -> may(group, id))) {
			findings.add(new Finding(file, line, "process-nobody", "Nobody of \"" + groups + "\" may do the step \"" + id + "\": its kind says that others do it."));
		}
		String hours = reader.getAttributeValue(MOTCUA, "hours");
		if (hours == null || !hours.matches("\\d{1,4}(\\.\\d)?")) {
			findings.add(new Finding(file, line, "process-hours", "The step \"" + id + "\" needs motcua:hours, its working hours as a number."));
		}
		if (MEANINGS.stream().noneMatch(id::startsWith)) {
			findings.add(new Finding(file, line, "process-task-id", "The id \"" + id + "\" must start with " + String.join(", ", MEANINGS) + "."));
		}
	}

	/** The beginning of a step's id is its kind, and the kind says which officers may do it. */
	private static boolean may(String group, String id) {
		return switch (group) {
			case "receive" -> id.startsWith("receive") || id.startsWith("return");
			case "process" -> id.startsWith("process") || id.startsWith("consult") || id.startsWith("propose");
			default -> id.startsWith(group);
		};
	}

}
