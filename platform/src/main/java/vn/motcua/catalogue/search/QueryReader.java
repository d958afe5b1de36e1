package vn.motcua.catalogue.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import vn.motcua.catalogue.search.Lexicon.Kind;
import vn.motcua.catalogue.search.Lexicon.Phrase;
import vn.motcua.catalogue.search.Reading.Sense;

/** Reads what was typed: codes, slips of keyboard and spelling, then the ways the words can be taken. */
final class QueryReader {

	private static final int MOST_WORDS = 14;

	private static final int MOST_SENSES = 6;

	private static final double STANDS_FOR = 0.97;

	private static final Pattern CODE = Pattern.compile("(?<![\\d.])([1-9]\\d?)[.,\\s]?(\\d{6})(?!\\d)");

	private final Lexicon lexicon;

	private final Corrections corrections;

	private final AskedWords terms;

	QueryReader(Vocabulary vocabulary, Lexicon lexicon) {
		this.lexicon = lexicon;
		this.corrections = new Corrections(vocabulary, lexicon);
		this.terms = new AskedWords(vocabulary, lexicon);
	}

	/** @param unfinished whether the last word may go on */
	Reading read(String typed, boolean unfinished) {
		List<String> codes = new ArrayList<>();
		String words = withoutCodes(typed, codes);
		Corrections.Corrected corrected = corrections.of(Syllable.of(words, MOST_WORDS), unfinished);
		List<Syllable> said = corrected.words().stream().map(Corrections.Word::meant).toList();
		List<Sense> senses = new ArrayList<>();
		Set<String> seen = new LinkedHashSet<>();
		List<String> meant = new ArrayList<>();
		addSense(senses, seen, corrected.words(), 1);
		List<Span> spans = spans(said);
		for (Span span : spans) {
			if (CODE.matcher(span.phrase().meaning()).matches()) {
				meant.add(span.phrase().meaning());
			}
			else {
				addSense(senses, seen, replaced(corrected.words(), List.of(span)), STANDS_FOR);
			}
		}
		addSense(senses, seen, replaced(corrected.words(), apart(spans)), STANDS_FOR);
		return new Reading(senses, codes, meant, corrected.text());
	}

	private record Span(int from, Phrase phrase) {

		int to() {
			return from + phrase.syllables().size();
		}

	}

	private void addSense(List<Sense> senses, Set<String> seen, List<Corrections.Word> words, double worth) {
		String key = String.join(" ", words.stream().map(word -> word.meant().exact()).toList());
		if (!words.isEmpty() && senses.size() < MOST_SENSES && seen.add(key)) {
			senses.add(new Sense(terms.of(words), worth));
		}
	}

	private List<Span> spans(List<Syllable> said) {
		List<Span> spans = new ArrayList<>();
		for (int at = 0; at < said.size(); at++) {
			int longest = 0;
			for (Phrase phrase : lexicon.at(said, at, Kind.MEANS)) {
				if (phrase.syllables().size() >= longest) {
					longest = phrase.syllables().size();
					spans.add(new Span(at, phrase));
				}
			}
		}
		return spans;
	}

	/** The first spans that do not overlap, so that two words are explained at once. */
	private static List<Span> apart(List<Span> spans) {
		List<Span> apart = new ArrayList<>();
		for (Span span : spans) {
			boolean code = CODE.matcher(span.phrase().meaning()).matches();
			if (!code && apart.stream().noneMatch(other -> span.from() < other.to() && other.from() < span.to())) {
				apart.add(span);
			}
		}
		return apart;
	}

	private static List<Corrections.Word> replaced(List<Corrections.Word> words, List<Span> spans) {
		List<Corrections.Word> all = new ArrayList<>();
		for (int at = 0; at < words.size();) {
			int here = at;
			Span span = spans.stream().filter(one -> one.from() == here).findFirst().orElse(null);
			if (span == null) {
				all.add(words.get(at++));
			}
			else {
				Syllable.of(span.phrase().meaning(), MOST_WORDS).forEach(syllable -> all.add(Corrections.Word.as(syllable)));
				at = span.to();
			}
		}
		return all;
	}

	private static String withoutCodes(String typed, List<String> codes) {
		Matcher code = CODE.matcher(typed);
		StringBuilder rest = new StringBuilder();
		while (code.find()) {
			codes.add(code.group(1) + "." + code.group(2));
			code.appendReplacement(rest, " ");
		}
		String left = code.appendTail(rest).toString();
		return codes.isEmpty() ? left : left.replaceAll("(\\.\\d{2,3})+(\\.H\\d{2})?", " ");
	}

}
