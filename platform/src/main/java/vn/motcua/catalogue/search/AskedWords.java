package vn.motcua.catalogue.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import vn.motcua.catalogue.search.Lexicon.Kind;
import vn.motcua.catalogue.search.Lexicon.Phrase;

/** Turns words into terms: every form that answers, and how much each word tells. */
final class AskedWords {

	/** A word whose marks differ, for example <i>thuê</i> for <i>thuế</i>. */
	private static final float OTHER_MARKS = 0.72f;

	/** Wrong marks that no procedure has are a slip, not another word. */
	private static final float WRONG_MARKS = 0.95f;

	private static final float STEM = 0.9f;

	private static final float GUESS = 0.8f;

	private static final float BEGINNING = 0.85f;

	private static final double SAYS_LITTLE = 0.12;

	private static final double PLACE = 0.02;

	private final Vocabulary vocabulary;

	private final Lexicon lexicon;

	AskedWords(Vocabulary vocabulary, Lexicon lexicon) {
		this.vocabulary = vocabulary;
		this.lexicon = lexicon;
	}

	List<AskedWord> of(List<Corrections.Word> words) {
		List<Syllable> said = words.stream().map(Corrections.Word::meant).toList();
		double[] share = shares(said);
		List<AskedWord> asked = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (int at = 0; at < words.size(); at++) {
			if (seen.add(said.get(at).exact())) {
				asked.add(word(words.get(at), share[at], misfit(said, at)));
			}
		}
		return asked;
	}

	private AskedWord word(Corrections.Word word, double share, boolean misfit) {
		Map<Integer, Float> fits = new LinkedHashMap<>();
		Syllable meant = word.meant();
		add(fits, meant.exact(), misfit ? OTHER_MARKS : 1);
		add(fits, meant.folded(), !meant.marked() ? 1 : vocabulary.knows(meant.exact()) && !misfit ? OTHER_MARKS : WRONG_MARKS);
		String stem = Stems.of(meant.folded());
		if (stem != null) {
			add(fits, stem, STEM);
		}
		word.others().forEach(other -> add(fits, other, GUESS));
		word.beginnings().forEach(longer -> add(fits, longer, BEGINNING));
		int[] forms = fits.keySet().stream().mapToInt(Integer::intValue).toArray();
		float[] how = new float[forms.length];
		double rarity = forms.length == 0 ? vocabulary.rarity(-1) : Double.MAX_VALUE;
		for (int at = 0; at < forms.length; at++) {
			how[at] = fits.get(forms[at]);
			rarity = Math.min(rarity, vocabulary.rarity(forms[at]));
		}
		return new AskedWord(forms, how, rarity * share, share == 1, meant.folded());
	}

	/** Marks that are never seen beside these neighbours, while the same letters with other marks are: <i>lại xe</i> for <i>lái xe</i>. */
	private boolean misfit(List<Syllable> said, int at) {
		Syllable word = said.get(at);
		return word.marked() && (at > 0 && misfit(said.get(at - 1), word) || at + 1 < said.size() && misfit(word, said.get(at + 1)))
				&& !(at > 0 && vocabulary.pair(said.get(at - 1).exact(), word.exact())) && !(at + 1 < said.size() && vocabulary.pair(word.exact(), said.get(at + 1).exact()));
	}

	private boolean misfit(Syllable first, Syllable next) {
		return vocabulary.pair(first.folded(), next.folded()) && !vocabulary.pair(first.exact(), next.exact());
	}

	private void add(Map<Integer, Float> fits, String form, float how) {
		int id = vocabulary.id(form);
		if (id >= 0) {
			fits.merge(id, how, Math::max);
		}
	}

	/** 1 for a word that tells which procedure is meant. A bare word beside one it belongs to tells: <i>can</i> in <i>can cuoc</i>. */
	private double[] shares(List<Syllable> said) {
		double[] share = new double[said.size()];
		Arrays.fill(share, 1);
		for (int at = 0; at < said.size(); at++) {
			for (Phrase place : lexicon.at(said, at, Kind.PLACE)) {
				lower(share, at, place, PLACE);
			}
			for (Phrase little : lexicon.at(said, at, Kind.SAYS_LITTLE)) {
				if (little.syllables().size() > 1 || said.get(at).marked() || !belongs(said, at, little.syllables().getFirst())) {
					lower(share, at, little, SAYS_LITTLE);
				}
			}
		}
		for (double one : share) {
			if (one == 1) {
				return share;
			}
		}
		Arrays.fill(share, 1);
		return share;
	}

	private boolean belongs(List<Syllable> said, int at, Syllable little) {
		String word = said.get(at).folded();
		return little.marked() && (at > 0 && vocabulary.pair(said.get(at - 1).folded(), word) || at + 1 < said.size() && vocabulary.pair(word, said.get(at + 1).folded()));
	}

	private static void lower(double[] share, int from, Phrase phrase, double to) {
		for (int at = from; at < from + phrase.syllables().size(); at++) {
			share[at] = Math.min(share[at], to);
		}
	}

}
