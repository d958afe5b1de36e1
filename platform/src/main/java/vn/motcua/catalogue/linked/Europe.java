package vn.motcua.catalogue.linked;

/** Entries of the authority tables of the Publications Office of the European Union that both profiles ask for. */
final class Europe {

	private static final String TABLES = "http://publications.europa.eu/resource/authority/";

	private Europe() {
	}

	static Resource vietnamese() {
		return new Resource(TABLES + "language/VIE", "dct:LinguisticSystem");
	}

	static Resource english() {
		return new Resource(TABLES + "language/ENG", "dct:LinguisticSystem");
	}

	/** The country, as a place and as the territory an agency covers. */
	static Resource vietnam() {
		return new Resource(TABLES + "country/VNM", "dct:Location", "http://data.europa.eu/88u/dataset/atu-type");
	}

	static Resource dong() {
		return new Resource(TABLES + "currency/VND", "skos:Concept").say("skos:prefLabel", new Value.Text("đồng", "vi")).say("skos:prefLabel", new Value.Text("Vietnamese dong", "en"));
	}

	static Resource aboutGovernment() {
		return new Resource(TABLES + "data-theme/GOVE", "skos:Concept").say("skos:prefLabel", new Value.Text("Government and public sector", "en"));
	}

	static Resource openToAll() {
		return new Resource(TABLES + "access-right/PUBLIC", "dct:RightsStatement");
	}

	static Resource continuously() {
		return new Resource(TABLES + "frequency/UPDATE_CONT", "dct:Frequency");
	}

	static Resource format(String name) {
		return new Resource(TABLES + "file-type/" + name, "dct:MediaTypeOrExtent");
	}

	static Resource mediaType(String name) {
		return new Resource("http://www.iana.org/assignments/media-types/" + name, "dct:MediaType");
	}

}
