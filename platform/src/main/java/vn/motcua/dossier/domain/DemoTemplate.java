package vn.motcua.dossier.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers of a service of the demonstration with places for the person ({@code @name}) and for days ({@code @-9}). */
record DemoTemplate(String service, int weight, boolean enterprise, JsonNode answers) {

	private static final Pattern PLACE = Pattern.compile("\"@([a-z]+|[+-]\\d+)\"");

	static List<DemoTemplate> all() {
		try (InputStream stream = DemoTemplate.class.getResourceAsStream("/vn/motcua/dossier/demo.json")) {
			return List.of(LedgerJson.read(new String(java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8), DemoTemplate[].class));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	ObjectNode filled(Map<String, String> person, LocalDate day) {
		Matcher place = PLACE.matcher(answers.toString());
		StringBuilder filled = new StringBuilder();
		while (place.find()) {
			String word = place.group(1);
			String value = Character.isLetter(word.charAt(0)) ? person.getOrDefault(word, "") : day.plusDays(Integer.parseInt(word.replace("+", ""))).toString();
			place.appendReplacement(filled, Matcher.quoteReplacement("\"" + value + "\""));
		}
		return LedgerJson.readObject(place.appendTail(filled).toString());
	}

}
