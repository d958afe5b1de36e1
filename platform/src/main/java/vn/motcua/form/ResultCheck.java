package vn.motcua.form;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.bundle.BundleRule;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.catalogue.bundle.FormPaths;

/** {@code result.html}: well-formed, and every placeholder is an answer of the form or a fact of the result. */
final class ResultCheck implements BundleRule {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");

	private static final Set<String> FACTS = Set.of("number", "signed_on", "agency", "signer", "position", "code", "qr", "submitted_on", "reason", "service", "opinion", "applicant", "result", "fees");

	private static final Set<String> FORMS = Set.of("date", "address", "label", "money");

	@Override
	public List<Finding> check(Bundle bundle) {
		String text = bundle.text(Bundle.RESULT);
		List<Finding> findings = new ArrayList<>();
		if (text != null) {
			wellFormed(text, findings);
			placeholders(text, BundleReader.read(bundle).form(), findings);
		}
		return findings;
	}

	private static void wellFormed(String text, List<Finding> findings) {
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		try {
			XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
			while (reader.hasNext()) {
				reader.next();
			}
		}
		catch (XMLStreamException unreadable) {
			int line = unreadable.getLocation() == null ? 1 : Math.max(1, unreadable.getLocation().getLineNumber());
			add(findings, line, "result-xhtml", "This is not well-formed XHTML: " + String.valueOf(unreadable.getMessage()).lines().toList().getLast());
		}
	}

	private static void placeholders(String text, JsonNode form, List<Finding> findings) {
		Deque<String> open = new ArrayDeque<>();
		Deque<String> lists = new ArrayDeque<>();
		Matcher matcher = PLACEHOLDER.matcher(text);
		int line = 1;
		int at = 0;
		while (matcher.find()) {
			line += (int) text.substring(at, matcher.start()).chars().filter(sign -> sign == '\n').count();
			at = matcher.start();
			String[] words = matcher.group(1).strip().split("\\s+");
			switch (words[0]) {
				case "#if", "#each" -> {
					open.push(words[0].substring(1));
					path(words, form, lists, line, findings);
					if (words[0].equals("#each") && words.length > 1) {
						lists.push(lists.isEmpty() || known(form, words[1]) ? words[1] : lists.peek() + "." + words[1]);
					}
				}
				case "/if", "/each" -> close(words[0].substring(1), open, lists, line, findings);
				default -> path(words, form, lists, line, findings);
			}
		}
		if (!open.isEmpty()) {
			add(findings, line, "result-block", "A block {{#" + open.peek() + " …}} is not closed.");
		}
	}

	private static void close(String block, Deque<String> open, Deque<String> lists, int line, List<Finding> findings) {
		if (open.isEmpty() || !open.peek().equals(block)) {
			add(findings, line, "result-block", "{{/" + block + "}} closes nothing.");
			return;
		}
		open.pop();
		if (block.equals("each")) {
			lists.poll();
		}
	}

	private static void path(String[] words, JsonNode form, Deque<String> lists, int line, List<Finding> findings) {
		String path = words.length > 1 ? words[1] : words[0];
		if (words.length > 2 || words.length == 2 && !words[0].startsWith("#") && !FORMS.contains(words[0])) {
			add(findings, line, "result-placeholder", "\"" + String.join(" ", words) + "\" is no placeholder; known forms are " + FORMS.stream().sorted().toList() + ".");
		}
		else if (!FACTS.contains(path) && !path.equals("this") && !known(form, path) && lists.stream().noneMatch(list -> known(form, list + "." + path))) {
			add(findings, line, "result-unknown-name", "The form has no answer \"" + path + "\".");
		}
	}

	private static boolean known(JsonNode form, String path) {
		return FormPaths.known(form, List.of(path.split("\\.")));
	}

	private static void add(List<Finding> findings, int line, String rule, String message) {
		findings.add(new Finding(Bundle.RESULT, line, rule, message));
	}

}
