package vn.motcua.catalogue.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import vn.motcua.catalogue.search.Reading.Sense;

/**
 * Puts candidates in order: how much of the query one title or phrase says, and in its order; how much else the title says;
 * then what summary and the rest add. Use decides between equals only.
 */
final class Ranking {

	private static final double AROUND = 0.65;

	private static final double BEYOND = 0.45;

	/** So many titles and phrases speak for a procedure, not only the best. */
	private static final int VOICES = 3;

	private static final Comparator<Ranked> ORDER = Comparator.comparingDouble((Ranked one) -> Math.round(one.score() * 1e4)).reversed()
		.thenComparing(Comparator.comparingLong(Ranked::use).reversed()).thenComparingInt(Ranked::document);

	private final Vocabulary vocabulary;

	/**
	 * @param had how many of the needed words the procedure has anywhere
	 * @param needed how many there are in the sense that fits best
	 */
	record Ranked(int document, double score, int had, int needed, long use) {
	}

	Ranking(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	List<Ranked> of(Reading reading, List<Integer> candidates, List<Entry> entries) {
		Ranked[] best = new Ranked[candidates.size()];
		for (Sense sense : reading.senses()) {
			Scale scale = new Scale(sense, vocabulary.size());
			for (int at = 0; at < best.length; at++) {
				Ranked one = scale.weigh(candidates.get(at), entries.get(candidates.get(at)));
				if (best[at] == null || one.score() > best[at].score()) {
					best[at] = one;
				}
			}
		}
		List<Ranked> ranked = new ArrayList<>(Arrays.asList(best));
		ranked.removeIf(one -> one.score() <= 0);
		ranked.sort(ORDER);
		return ranked;
	}

	/** One sense of the query, ready to weigh procedures with. */
	private static final class Scale {

		private final List<AskedWord> terms;

		private final double worth;

		private final double total;

		private final int needed;

		/** For each form of the vocabulary: place of the term it answers, plus 1, and how well. */
		private final byte[] termOf;

		private final float[] fitOf;

		private final float[] inUnit;

		private final float[] anywhere;

		private final double[] voices = new double[VOICES];

		/** Words that stand beside one another and both are needed. */
		private final int neighbours;

		Scale(Sense sense, int vocabulary) {
			terms = sense.terms();
			worth = sense.worth();
			needed = (int) sense.needed();
			total = terms.stream().mapToDouble(AskedWord::weight).sum();
			termOf = new byte[vocabulary];
			fitOf = new float[vocabulary];
			inUnit = new float[terms.size()];
			anywhere = new float[terms.size()];
			int pairs = 0;
			for (int at = 0; at < terms.size(); at++) {
				pairs += at > 0 && terms.get(at).needed() && terms.get(at - 1).needed() ? 1 : 0;
				AskedWord term = terms.get(at);
				for (int form = 0; form < term.forms().length; form++) {
					int id = term.forms()[form];
					if (term.fits()[form] > fitOf[id]) {
						termOf[id] = (byte) (at + 1);
						fitOf[id] = term.fits()[form];
					}
				}
			}
			neighbours = pairs;
		}

		Ranked weigh(int document, Entry entry) {
			Arrays.fill(anywhere, 0);
			Arrays.fill(voices, 0);
			for (Unit unit : entry.units()) {
				hear(weigh(unit) * unit.worth());
			}
			double inTitles = share(anywhere);
			add(entry.around(), AROUND);
			add(entry.beyond(), BEYOND);
			double all = share(anywhere);
			int had = 0;
			for (int at = 0; at < anywhere.length; at++) {
				had += anywhere[at] > 0 && terms.get(at).needed() ? 1 : 0;
			}
			double title = 0.58 * voices[0] + 0.08 * Arrays.stream(voices).average().orElse(0);
			return new Ranked(document, worth * (title + 0.16 * inTitles + 0.18 * all), had, needed, entry.use());
		}

		/** Keeps the strongest voices, strongest first. */
		private void hear(double voice) {
			double weaker = voice;
			for (int at = 0; at < VOICES; at++) {
				double stronger = Math.max(voices[at], weaker);
				weaker = Math.min(voices[at], weaker);
				voices[at] = stronger;
			}
		}

		private double weigh(Unit unit) {
			Arrays.fill(inUnit, 0);
			double said = 0;
			int inOrder = 0;
			int last = -1;
			boolean begins = best(unit.forms(), 0) >= 0 && termOf[best(unit.forms(), 0)] == 1;
			for (int at = 0; at < unit.words(); at++) {
				int form = best(unit.forms(), at * Unit.FORMS);
				if (form < 0) {
					last = -1;
					continue;
				}
				int term = termOf[form] - 1;
				inUnit[term] = Math.max(inUnit[term], fitOf[form]);
				boolean tells = terms.get(term).needed();
				said += tells ? unit.rarity()[at] : 0;
				inOrder += tells && last >= 0 && term == last + 1 && terms.get(last).needed() ? 1 : 0;
				last = term;
			}
			for (int at = 0; at < inUnit.length; at++) {
				anywhere[at] = Math.max(anywhere[at], inUnit[at]);
			}
			double asked = share(inUnit);
			double order = neighbours == 0 ? 1 : Math.min(1, inOrder / (double) neighbours);
			return asked * (0.5 + 0.2 * Math.sqrt(said / unit.total()) + 0.24 * order + (begins ? 0.06 : 0));
		}

		private int best(int[] forms, int from) {
			int best = -1;
			for (int at = from; at < from + Unit.FORMS; at++) {
				int form = forms[at];
				if (form >= 0 && termOf[form] > 0 && (best < 0 || fitOf[form] > fitOf[best])) {
					best = form;
				}
			}
			return best;
		}

		private void add(int[] forms, double worth) {
			for (int form : forms) {
				if (termOf[form] > 0) {
					int term = termOf[form] - 1;
					anywhere[term] = Math.max(anywhere[term], (float) (fitOf[form] * worth));
				}
			}
		}

		private double share(float[] fits) {
			double said = 0;
			for (int at = 0; at < fits.length; at++) {
				said += terms.get(at).weight() * fits[at];
			}
			return total == 0 ? 0 : said / total;
		}

	}

}
