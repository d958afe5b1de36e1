package vn.motcua.catalogue.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.bundle.BundleReader;

/**
 * What words mean that people use and procedures do not: abbreviations, everyday words, words that say nothing about which
 * procedure is meant, and names of places. The packaged part is {@code catalogue/search-words.yaml}; editors add to it.
 */
public final class Lexicon {

	private static final int LONGEST_PHRASE = 7;

	private final Map<String, List<Phrase>> phrases = new HashMap<>();

	private final Set<String> words = new HashSet<>();

	enum Kind {
		MEANS, SAYS_LITTLE, PLACE
	}

	/** @param meaning what it stands for; blank for a place or an empty word */
	record Phrase(List<Syllable> syllables, Kind kind, String meaning) {

		/** Bare letters stand for any marks; marks that were typed must agree. */
		boolean fits(List<Syllable> typed, int from) {
			if (from + syllables.size() > typed.size()) {
				return false;
			}
			for (int at = 0; at < syllables.size(); at++) {
				Syllable one = typed.get(from + at);
				if (!one.folded().equals(syllables.get(at).folded()) || one.marked() && !one.exact().equals(syllables.get(at).exact())) {
					return false;
				}
			}
			return true;
		}

	}

	/** @param places names of provinces and the like, as they stand in law */
	public Lexicon(Collection<SearchWord> added, Collection<String> places) {
		Packaged.read().forEach(phrase -> add(phrase.kind(), phrase.says(), phrase.meaning()));
		places.forEach(place -> add(Kind.PLACE, place, ""));
		added.forEach(word -> add(Kind.MEANS, word.phrase(), word.meaning()));
	}

	/** Phrases of the kind that begin at a word, longest first. */
	List<Phrase> at(List<Syllable> typed, int from, Kind kind) {
		List<Phrase> found = new ArrayList<>();
		for (Phrase phrase : phrases.getOrDefault(typed.get(from).folded(), List.of())) {
			if (phrase.kind() == kind && phrase.fits(typed, from)) {
				found.add(phrase);
			}
		}
		found.sort((a, b) -> b.syllables().size() - a.syllables().size());
		return found;
	}

	/** Whether the folded word is part of any phrase, so that it is not taken for a slip. */
	boolean knows(String folded) {
		return words.contains(folded);
	}

	private void add(Kind kind, String phrase, String meaning) {
		List<Syllable> syllables = Syllable.of(phrase, LONGEST_PHRASE);
		if (!syllables.isEmpty()) {
			phrases.computeIfAbsent(syllables.getFirst().folded(), first -> new ArrayList<>()).add(new Phrase(syllables, kind, meaning));
			syllables.forEach(syllable -> words.add(syllable.folded()));
		}
	}

	private record Packaged(Kind kind, String says, String meaning) {

		static List<Packaged> read() {
			try (InputStream stream = Lexicon.class.getResourceAsStream("/catalogue/search-words.yaml")) {
				JsonNode file = BundleReader.yaml("search-words.yaml", new String(stream.readAllBytes(), StandardCharsets.UTF_8)).tree();
				List<Packaged> all = new ArrayList<>();
				file.path("says_little").forEach(word -> all.add(new Packaged(Kind.SAYS_LITTLE, word.asString(), "")));
				for (Map.Entry<String, JsonNode> meaning : file.path("means").properties()) {
					meaning.getValue().forEach(says -> all.add(new Packaged(Kind.MEANS, says.asString(), meaning.getKey())));
				}
				return all;
			}
			catch (IOException unreadable) {
				throw new UncheckedIOException(unreadable);
			}
		}

	}

}
