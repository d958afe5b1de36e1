package vn.motcua.catalogue.linked;

import java.util.Locale;
import java.util.Map;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.calendar.TimeLimit;
import vn.motcua.site.Messages;

/**
 * What linked data takes from around it: words in both languages, and where this catalogue stands.
 *
 * @param origin address of the platform as the reader called it, without a slash at the end
 */
record Sayings(String origin, Messages messages) {

	private static final Locale VIETNAMESE = Locale.of("vi");

	LocalizedText words(String key) {
		return words(key, Map.of());
	}

	LocalizedText words(String key, Map<String, ?> values) {
		return new LocalizedText(messages.text(VIETNAMESE, key, values), messages.text(Locale.ENGLISH, key, values));
	}

	LocalizedText limit(TimeLimit limit) {
		String key = "catalogue.limit." + limit.unit().name().toLowerCase(Locale.ROOT).replace('_', '-');
		return words(limit.amount() == 1 && messages.has(key + ".one") ? key + ".one" : key, Map.of("amount", limit.amount()));
	}

	LocalizedText joined(LocalizedText name, LocalizedText value) {
		return new LocalizedText(name.vi() + ": " + value.vi(), name.en() + ": " + value.en());
	}

	/** An agency as both profiles describe it. */
	Resource organisation(String code, LocalizedText name) {
		return new Resource(origin() + "/api/catalogue/v1/catalog#co-quan/" + code, "cv:PublicOrganisation", "org:Organization", "foaf:Agent").say("dct:identifier", code)
			.say("dct:title", name).say("skos:prefLabel", name).say("foaf:name", name).say("dct:spatial", Europe.vietnam());
	}

}
