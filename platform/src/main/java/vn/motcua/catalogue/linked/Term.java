package vn.motcua.catalogue.linked;

import java.util.LinkedHashMap;
import java.util.Map;

/** Vocabularies and their prefixes. */
final class Term {

	static final Map<String, String> PREFIXES = prefixes();

	private Term() {
	}

	/** {@code dct:title} as the whole address. */
	static String address(String term) {
		int colon = term.indexOf(':');
		String start = colon < 0 ? null : PREFIXES.get(term.substring(0, colon));
		return start == null ? term : start + term.substring(colon + 1);
	}

	private static Map<String, String> prefixes() {
		Map<String, String> prefixes = new LinkedHashMap<>();
		prefixes.put("adms", "http://www.w3.org/ns/adms#");
		prefixes.put("cpsv", "http://purl.org/vocab/cpsv#");
		prefixes.put("cv", "http://data.europa.eu/m8g/");
		prefixes.put("dcat", "http://www.w3.org/ns/dcat#");
		prefixes.put("dcatap", "http://data.europa.eu/r5r/");
		prefixes.put("dct", "http://purl.org/dc/terms/");
		prefixes.put("eli", "http://data.europa.eu/eli/ontology#");
		prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
		prefixes.put("org", "http://www.w3.org/ns/org#");
		prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
		prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
		prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
		return prefixes;
	}

}
