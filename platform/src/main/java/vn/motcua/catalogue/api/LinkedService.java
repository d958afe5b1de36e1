package vn.motcua.catalogue.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import vn.motcua.catalogue.LifeEvent;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.LocalizedText;

/** A service in the Core Public Service Vocabulary (CPSV-AP 3) as JSON-LD. */
final class LinkedService {

	private static final Map<String, Object> CONTEXT = Map.of("cpsv", "http://purl.org/vocab/cpsv#", "cv", "http://data.europa.eu/m8g/", "dct",
			"http://purl.org/dc/terms/", "eli", "http://data.europa.eu/eli/ontology#", "skos", "http://www.w3.org/2004/02/skos/core#");

	private LinkedService() {
	}

	static Map<String, Object> of(ServiceVersion service, LocalizedText ministry) {
		String id = "/dich-vu/" + service.code();
		Map<String, Object> linked = new LinkedHashMap<>();
		linked.put("@context", CONTEXT);
		linked.put("@id", id);
		linked.put("@type", "cpsv:PublicService");
		linked.put("dct:identifier", service.code().value());
		linked.put("dct:title", words(service.name()));
		linked.put("dct:description", words(service.summary()));
		linked.put("dct:language", List.of("vi", "en"));
		linked.put("cv:thematicArea", node(id + "#field", "skos:Concept", "skos:prefLabel", service.field().name()));
		linked.put("cv:hasCompetentAuthority", node("/co-quan/" + service.ministry(), "cv:PublicOrganisation", "dct:title", ministry));
		linked.put("cpsv:hasInput", service.components().stream().map(one -> node(id + "#paper-" + one.id(), "cv:Evidence", "dct:title", one.name())).toList());
		linked.put("cpsv:produces", service.results().stream().map(one -> node(id + "#result-" + one.id(), "cpsv:Output", "dct:title", one.name())).toList());
		linked.put("cv:hasCost", service.fees().stream().map(one -> node(id + "#fee-" + one.id(), "cv:Cost", "dct:description", one.name())).toList());
		linked.put("cv:hasChannel", service.channels().stream().map(one -> Map.of("@id", id + "#" + one.name().toLowerCase(Locale.ROOT), "@type", "cv:Channel")).toList());
		linked.put("cv:isGroupedBy", service.lifeEvents().stream().flatMap(event -> LifeEvent.find(event).stream())
			.map(event -> node("/su-kien/" + event.id(), event.audience() == ServiceVersion.Audience.CITIZEN ? "cv:LifeEvent" : "cv:BusinessEvent", "dct:title", event.name())).toList());
		linked.put("cv:hasLegalResource", service.legalBasis().stream().map(one -> {
			Map<String, Object> law = new LinkedHashMap<>(node(id + "#law-" + one.number().replaceAll("[^0-9A-Za-z]+", "-"), "eli:LegalResource", "dct:title", one.name()));
			law.put("dct:identifier", one.number());
			return law;
		}).toList());
		return linked;
	}

	private static Map<String, Object> node(String id, String type, String property, LocalizedText words) {
		return Map.of("@id", id, "@type", type, property, words(words));
	}

	private static List<Map<String, String>> words(LocalizedText text) {
		return List.of(Map.of("@language", "vi", "@value", text.vi()), Map.of("@language", "en", "@value", text.en()));
	}

}
