package vn.motcua.catalogue.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Every word of one index: its number, how rare it is, which words stand beside which in titles, and how they are written. */
final class Vocabulary {

	private final Map<String, Integer> ids = new HashMap<>();

	private final List<String> texts = new ArrayList<>();

	private int[] documents = new int[1024];

	private int[] seenIn = new int[1024];

	private int size;

	private final Set<String> pairs = new HashSet<>();

	/** Marked spelling of a folded word, and of a folded pair, as titles write it. */
	private final Map<String, String> written = new HashMap<>();

	private String[] sorted = {};

	private final Map<String, List<String>> bySound = new HashMap<>();

	/** Number of a form, new when it was never seen. */
	int add(String form) {
		Integer known = ids.putIfAbsent(form, texts.size());
		if (known != null) {
			return known;
		}
		texts.add(form);
		if (texts.size() > documents.length) {
			documents = Arrays.copyOf(documents, documents.length * 2);
			seenIn = Arrays.copyOf(seenIn, documents.length);
		}
		return texts.size() - 1;
	}

	/** Counts a document that has the form, once however often it stands there. */
	void count(int id, int document) {
		if (seenIn[id] != document + 1) {
			seenIn[id] = document + 1;
			documents[id]++;
		}
	}

	void addTitle(List<Syllable> title) {
		for (int at = 0; at < title.size(); at++) {
			written.putIfAbsent(title.get(at).folded(), title.get(at).written());
			if (at > 0) {
				pairs.add(title.get(at - 1).exact() + " " + title.get(at).exact());
				pairs.add(pair(title.get(at - 1), title.get(at)));
				written.putIfAbsent(pair(title.get(at - 1), title.get(at)), title.get(at - 1).written() + " " + title.get(at).written());
			}
		}
	}

	/** After the last document: makes the lists that look-ups walk. */
	void close(int documentsInAll) {
		size = documentsInAll;
		sorted = texts.stream().filter(text -> Syllable.of(text).folded().equals(text) && text.charAt(0) != Stems.MARK).sorted().toArray(String[]::new);
		for (String text : sorted) {
			bySound.computeIfAbsent(Sounds.key(text), key -> new ArrayList<>()).add(text);
		}
	}

	/** Number of a form, -1 when no document has it. */
	int id(String form) {
		Integer id = ids.get(form);
		return id == null ? -1 : id;
	}

	String text(int id) {
		return texts.get(id);
	}

	int size() {
		return texts.size();
	}

	boolean knows(String form) {
		return ids.containsKey(form);
	}

	/** Inverse document frequency; a form that no document has is as rare as one document's. */
	double rarity(int id) {
		int found = id < 0 ? 1 : Math.max(1, documents[id]);
		return Math.log(1 + (size + 0.5) / found);
	}

	int documents(int id) {
		return id < 0 ? 0 : documents[id];
	}

	/** Whether some title has the two words beside one another; both folded, or both exact. */
	boolean pair(String word, String next) {
		return pairs.contains(word + " " + next);
	}

	@Nullable String written(String foldedWordOrPair) {
		return written.get(foldedWordOrPair);
	}

	List<String> soundingLike(String folded) {
		return bySound.getOrDefault(Sounds.key(folded), List.of());
	}

	/** All folded words, sorted. */
	String[] words() {
		return sorted;
	}

	/** The most frequent words that begin so, at most {@code most}. */
	List<String> beginningWith(String prefix, int most) {
		int from = Arrays.binarySearch(sorted, prefix);
		List<String> found = new ArrayList<>();
		for (int at = from < 0 ? -from - 1 : from; at < sorted.length && sorted[at].startsWith(prefix); at++) {
			found.add(sorted[at]);
		}
		if (found.size() > most) {
			found.sort((a, b) -> documents[id(b)] - documents[id(a)]);
			return found.subList(0, most);
		}
		return found;
	}

	private static String pair(Syllable first, Syllable second) {
		return first.folded() + " " + second.folded();
	}

}
