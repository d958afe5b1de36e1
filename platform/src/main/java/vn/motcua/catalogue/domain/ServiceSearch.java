package vn.motcua.catalogue.domain;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import vn.motcua.catalogue.ServiceVersion;

/** Finds services whose words hold what a person typed, accents or not. */
final class ServiceSearch {

	private ServiceSearch() {
	}

	static List<ServiceVersion> search(List<ServiceVersion> services, String typed, int limit) {
		List<String> words = Stream.of(folded(typed).split(" ")).filter(word -> !word.isBlank()).limit(12).toList();
		return words.isEmpty() ? List.of()
				: services.stream().filter(service -> score(service, words) > 0)
					.sorted(Comparator.comparingInt((ServiceVersion service) -> score(service, words)).reversed()).limit(limit).toList();
	}

	private static int score(ServiceVersion service, List<String> words) {
		String name = folded(service.name().vi() + " " + service.name().en());
		String all = name + " " + folded(service.summary().vi() + " " + service.summary().en() + " " + String.join(" ", service.searchWords()) + " " + service.code());
		return words.stream().mapToInt(word -> name.contains(word) ? 3 : all.contains(word) ? 1 : 0).sum();
	}

	private static String folded(String text) {
		String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace('đ', 'd').replace('Đ', 'd');
		return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", " ");
	}

}
