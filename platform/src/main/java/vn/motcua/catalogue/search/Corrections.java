package vn.motcua.catalogue.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Puts right what no procedure can have meant: keys of a typing program, missing spaces, slips. */
final class Corrections {

	private static final int MOST_SLIPS = 5;

	private static final int MOST_ENDINGS = 16;

	/** Below this a guess is likelier than a word that is not finished yet. */
	private static final double SURE = 0.3;

	private final Vocabulary vocabulary;

	private final Lexicon lexicon;

	private final Spelling spelling;

	/**
	 * One word as it is looked for.
	 *
	 * @param meant the likeliest word
	 * @param others folded words that may be meant as well
	 * @param beginnings folded words that begin with it
	 */
	record Word(Syllable meant, List<String> others, List<String> beginnings) {

		static Word as(Syllable syllable) {
			return new Word(syllable, List.of(), List.of());
		}

	}

	/** @param text how the whole is spelled, {@code null} when nothing was put right */
	record Corrected(List<Word> words, @Nullable String text) {
	}

	Corrections(Vocabulary vocabulary, Lexicon lexicon) {
		this.vocabulary = vocabulary;
		this.lexicon = lexicon;
		this.spelling = new Spelling(vocabulary);
	}

	Corrected of(List<Syllable> typed, boolean unfinished) {
		List<Syllable> words = new ArrayList<>();
		boolean changed = false;
		for (Syllable word : typed) {
			List<Syllable> keys = knows(word) ? List.of(word) : decoded(word);
			changed |= keys.size() != 1 || keys.getFirst() != word;
			words.addAll(keys);
		}
		List<Word> corrected = new ArrayList<>();
		int slips = 0;
		for (int at = 0; at < words.size(); at++) {
			Word word = one(words, at, unfinished && at == words.size() - 1, slips < MOST_SLIPS);
			slips += word.others().isEmpty() ? 0 : 1;
			changed |= !word.meant().folded().equals(words.get(at).folded());
			corrected.add(word);
		}
		return new Corrected(corrected, changed ? text(corrected) : null);
	}

	private List<Syllable> decoded(Syllable word) {
		Optional<Syllable> keys = TypedKeys.decode(word.written()).filter(this::knows);
		if (keys.isPresent()) {
			return List.of(keys.get());
		}
		List<String> apart = spelling.apart(word.folded());
		return apart.isEmpty() ? List.of(word) : apart.stream().map(Syllable::of).toList();
	}

	private Word one(List<Syllable> words, int at, boolean unfinished, boolean guess) {
		Syllable word = words.get(at);
		String before = at == 0 ? null : words.get(at - 1).folded();
		String after = at + 1 == words.size() ? null : words.get(at + 1).folded();
		boolean last = at == words.size() - 1;
		List<String> beginnings = unfinished || last && !knows(word) ? vocabulary.beginningWith(word.folded(), MOST_ENDINGS) : List.of();
		if (knows(word)) {
			String better = unfinished || word.folded().length() < 2 ? null : spelling.betterBeside(word.folded(), before, after);
			return new Word(word, better == null ? List.of() : List.of(better), beginnings);
		}
		List<Spelling.Guess> guesses = guess ? spelling.guesses(word.folded(), before, after) : List.of();
		if (guesses.isEmpty() || !beginnings.isEmpty() && guesses.getFirst().cost() > SURE) {
			return new Word(word, List.of(), beginnings);
		}
		return new Word(Syllable.of(guesses.getFirst().word()), guesses.stream().skip(1).map(Spelling.Guess::word).toList(), beginnings);
	}

	private boolean knows(Syllable word) {
		return vocabulary.knows(word.folded()) || lexicon.knows(word.folded());
	}

	/** Spelled as titles spell it, word beside word where they are known together. */
	private String text(List<Word> words) {
		StringBuilder text = new StringBuilder();
		for (int at = 0; at < words.size(); at++) {
			Syllable word = words.get(at).meant();
			String pair = at + 1 == words.size() ? null : vocabulary.written(word.folded() + " " + words.get(at + 1).meant().folded());
			String alone = word.marked() ? word.written() : vocabulary.written(word.folded());
			text.append(text.isEmpty() ? "" : " ").append(pair != null ? pair : alone == null ? word.written() : alone);
			at += pair == null ? 0 : 1;
		}
		return text.toString();
	}

}
