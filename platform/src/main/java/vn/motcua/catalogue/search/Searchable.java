package vn.motcua.catalogue.search;

import java.util.List;
import java.util.Map;

import vn.motcua.catalogue.ServiceVersion;

/**
 * What is looked through of one procedure.
 *
 * @param words what people call it, in either language
 * @param english name in English, blank for none
 * @param more field, results, cases, agency
 * @param use how often it was begun of late; decides between equals only
 */
public record Searchable(String code, String name, String english, List<String> words, String summary, String more, long use) {

	/** How people name the level that handles something. */
	private static final Map<String, String> LEVELS = Map.of("COMMUNE", "Ủy ban nhân dân cấp xã, phường, thị trấn commune ward", "DISTRICT",
			"Ủy ban nhân dân cấp huyện, quận, thị xã district", "PROVINCE", "Ủy ban nhân dân cấp tỉnh, thành phố, sở province", "MINISTRY",
			"Bộ, cơ quan trung ương ministry", "ORGANISATION", "tổ chức, đơn vị organisation");

	/** @param ministry its name in both languages, blank for none */
	public static Searchable of(ServiceVersion service, String ministry, long use) {
		StringBuilder more = new StringBuilder(service.field().name().vi() + " " + service.field().name().en());
		service.results().forEach(result -> more.append(' ').append(result.name().vi()).append(' ').append(result.name().en()));
		service.cases().forEach(one -> more.append(' ').append(one.name().vi()).append(' ').append(one.name().en()));
		more.append(' ').append(LEVELS.getOrDefault(service.handling().level(), "")).append(' ').append(ministry);
		if (service.handling().department() != null) {
			more.append(' ').append(service.handling().department().replace('-', ' '));
		}
		return new Searchable(service.code().value(), service.name().vi(), service.name().en().equals(service.name().vi()) ? "" : service.name().en(),
				service.searchWords(), service.summary().vi() + " " + service.summary().en(), more.toString(), use);
	}

}
