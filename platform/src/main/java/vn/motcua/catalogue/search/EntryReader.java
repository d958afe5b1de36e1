package vn.motcua.catalogue.search;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Takes procedures apart into words and fills the vocabulary on the way. */
final class EntryReader {

	private static final int MOST_WORDS = 60;

	private static final int MOST_AROUND = 400;

	private static final float PHRASE = 0.98f;

	private final Vocabulary vocabulary;

	/** @param terms of the index fields: folded titles, everything folded, pairs of words in titles */
	record Read(Entry entry, List<String> titles, List<String> all, List<String> pairs) {
	}

	EntryReader(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	Read read(Searchable procedure, int document) {
		Gathered into = new Gathered();
		List<Unit> units = new ArrayList<>();
		add(units, procedure.name(), 1, into, document);
		add(units, procedure.english(), 1, into, document);
		procedure.words().forEach(phrase -> add(units, phrase, PHRASE, into, document));
		int[] around = forms(procedure.summary(), into, document);
		int[] beyond = forms(procedure.more(), into, document);
		return new Read(new Entry(procedure.code(), units, around, beyond, procedure.use()), into.titles, into.all, into.pairs);
	}

	/** Rarities are known when every procedure was read. */
	Entry weighed(Entry entry) {
		return new Entry(entry.code(), entry.units().stream().map(this::weighed).toList(), entry.around(), entry.beyond(), entry.use());
	}

	private Unit weighed(Unit unit) {
		float[] rarity = new float[unit.words()];
		float total = 0;
		for (int at = 0; at < rarity.length; at++) {
			rarity[at] = (float) vocabulary.rarity(unit.forms()[at * Unit.FORMS + 1]);
			total += rarity[at];
		}
		return new Unit(unit.forms(), rarity, total, unit.worth());
	}

	private void add(List<Unit> units, String text, float worth, Gathered into, int document) {
		List<Syllable> syllables = Syllable.of(text, MOST_WORDS);
		if (syllables.isEmpty()) {
			return;
		}
		vocabulary.addTitle(syllables);
		int[] forms = new int[syllables.size() * Unit.FORMS];
		for (int at = 0; at < syllables.size(); at++) {
			Syllable syllable = syllables.get(at);
			String stem = Stems.of(syllable.written());
			forms[at * Unit.FORMS] = add(syllable.exact(), document);
			forms[at * Unit.FORMS + 1] = add(syllable.folded(), document);
			forms[at * Unit.FORMS + 2] = add(stem, document);
			into.word(syllable.folded(), stem);
			into.titles.add(syllable.folded());
			if (stem != null) {
				into.titles.add(stem);
			}
			if (at > 0) {
				into.pairs.add(syllables.get(at - 1).folded() + " " + syllable.folded());
			}
		}
		units.add(new Unit(forms, new float[syllables.size()], 0, worth));
	}

	private int[] forms(String text, Gathered into, int document) {
		java.util.TreeSet<Integer> forms = new java.util.TreeSet<>();
		for (Syllable syllable : Syllable.of(text, MOST_AROUND)) {
			String stem = Stems.of(syllable.written());
			forms.add(add(syllable.exact(), document));
			forms.add(add(syllable.folded(), document));
			forms.add(add(stem, document));
			into.word(syllable.folded(), stem);
		}
		forms.remove(-1);
		return forms.stream().mapToInt(Integer::intValue).toArray();
	}

	private int add(@Nullable String form, int document) {
		if (form == null) {
			return -1;
		}
		int id = vocabulary.add(form);
		vocabulary.count(id, document);
		return id;
	}

	private static final class Gathered {

		private final List<String> titles = new ArrayList<>();

		private final List<String> all = new ArrayList<>();

		private final List<String> pairs = new ArrayList<>();

		private void word(String folded, @Nullable String stem) {
			all.add(folded);
			if (stem != null) {
				all.add(stem);
			}
		}

	}

}
