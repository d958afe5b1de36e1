package vn.motcua.catalogue.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Words somebody may have meant by one that no procedure has. */
final class Spelling {

	private static final int MOST = 3;

	private static final int SHORTEST = 3;

	private static final int LONGEST = 24;

	private static final double SOUND = 0.5;

	/** How much a known neighbour speaks for a word. */
	private static final double NEIGHBOUR = 0.7;

	private final Vocabulary vocabulary;

	private final int[] letters;

	private final String[] sounds;

	/** @param cost edits, less where the neighbours fit */
	record Guess(String word, double cost) {
	}

	Spelling(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
		this.letters = new int[vocabulary.words().length];
		this.sounds = new String[letters.length];
		for (int at = 0; at < letters.length; at++) {
			letters[at] = mask(vocabulary.words()[at]);
			sounds[at] = Sounds.key(vocabulary.words()[at]);
		}
	}

	/** Best first, at most three; {@code before} and {@code after} are the folded neighbours. */
	List<Guess> guesses(String word, @Nullable String before, @Nullable String after) {
		List<Guess> guesses = new ArrayList<>();
		if (word.length() < SHORTEST || word.length() > LONGEST || word.chars().anyMatch(Character::isDigit)) {
			return guesses;
		}
		int far = word.length() >= 7 ? 2 : 1;
		int own = mask(word);
		String sound = Sounds.key(word);
		String[] words = vocabulary.words();
		for (int at = 0; at < words.length; at++) {
			String other = words[at];
			if (Math.abs(other.length() - word.length()) > Math.max(far, 1) || Integer.bitCount(letters[at] ^ own) > 2 * Math.max(far, 2) || other.length() < 2) {
				continue;
			}
			double cost = sounds[at].equals(sound) ? SOUND : distance(word, other, far);
			if (cost <= far) {
				double near = (before != null && vocabulary.pair(before, other) ? NEIGHBOUR : 0) + (after != null && vocabulary.pair(other, after) ? NEIGHBOUR : 0);
				guesses.add(new Guess(other, cost - near - 0.02 * Math.log(1 + vocabulary.documents(vocabulary.id(other)))));
			}
		}
		guesses.sort(Comparator.comparingDouble(Guess::cost).thenComparing(Guess::word));
		return guesses.size() > MOST ? guesses.subList(0, MOST) : guesses;
	}

	/** A known word that sounds the same and, unlike this one, is known beside its neighbours; {@code null} for none. */
	@Nullable String betterBeside(String word, @Nullable String before, @Nullable String after) {
		if (before == null && after == null || before != null && vocabulary.pair(before, word) || after != null && vocabulary.pair(word, after)) {
			return null;
		}
		String alike = vocabulary.soundingLike(word).stream().filter(other -> !other.equals(word) && beside(other, before, after) > 0)
			.max(Comparator.<String>comparingInt(other -> beside(other, before, after)).thenComparingInt(other -> vocabulary.documents(vocabulary.id(other)))).orElse(null);
		return alike != null || before == null || after == null || word.length() < SHORTEST ? alike : betweenBoth(word, before, after);
	}

	/** A word one slip away that is known beside both neighbours. */
	private @Nullable String betweenBoth(String word, String before, String after) {
		int own = mask(word);
		for (int at = 0; at < letters.length; at++) {
			String other = vocabulary.words()[at];
			if (Integer.bitCount(letters[at] ^ own) <= 2 && Math.abs(other.length() - word.length()) <= 1 && beside(other, before, after) == 2 && distance(word, other, 1) == 1) {
				return other;
			}
		}
		return null;
	}

	/** How many of the neighbours it is known beside. */
	private int beside(String word, @Nullable String before, @Nullable String after) {
		return (before != null && vocabulary.pair(before, word) ? 1 : 0) + (after != null && vocabulary.pair(word, after) ? 1 : 0);
	}

	/** Words written together, <i>khaisinh</i>, taken apart where every neighbour is known; empty when they cannot be. */
	List<String> apart(String word) {
		return word.length() < 5 || word.length() > LONGEST ? List.of() : apart(word, null);
	}

	private List<String> apart(String rest, @Nullable String before) {
		if (rest.isEmpty()) {
			return List.of();
		}
		for (int to = Math.min(7, rest.length()); to >= 2; to--) {
			String first = Syllable.of(rest.substring(0, to)).folded();
			if (vocabulary.knows(first) && (before == null ? to < rest.length() : vocabulary.pair(before, first))) {
				List<String> others = apart(rest.substring(to), first);
				if (to == rest.length() || !others.isEmpty()) {
					List<String> all = new ArrayList<>(List.of(first));
					all.addAll(others);
					return all;
				}
			}
		}
		return List.of();
	}

	/** Insertions, deletions, changes and swaps of neighbours; anything over {@code most} is {@code most + 1}. */
	private static int distance(String a, String b, int most) {
		int[] beforeLast = new int[b.length() + 1];
		int[] last = new int[b.length() + 1];
		int[] row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			last[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			row[0] = i;
			int least = i;
			for (int j = 1; j <= b.length(); j++) {
				row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
				}
				least = Math.min(least, row[j]);
			}
			if (least > most) {
				return most + 1;
			}
			int[] free = beforeLast;
			beforeLast = last;
			last = row;
			row = free;
		}
		return last[b.length()];
	}

	private static int mask(String word) {
		int mask = 0;
		for (int at = 0; at < word.length(); at++) {
			mask |= 1 << (word.charAt(at) & 31);
		}
		return mask;
	}

}
