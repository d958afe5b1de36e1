package vn.motcua.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All procedures of one moment, in memory. Lucene finds candidates and the whole set of hits; {@link Ranking} puts the
 * candidates in order.
 */
public final class ProcedureIndex {

	private static final int LONGEST = 200;

	private static final int CANDIDATES = 160;

	private static final int SUGGESTED_CANDIDATES = 60;

	/** A procedure that fits less than the best by so much is no answer unless it has as many of the words. */
	private static final double NEAR = 0.8;

	private final Candidates candidates;

	private final List<Entry> entries;

	private final Map<String, Integer> byCode;

	private final Vocabulary vocabulary;

	private final QueryReader reader;

	private final Ranking ranking;

	public ProcedureIndex(List<Searchable> procedures, Lexicon lexicon) {
		vocabulary = new Vocabulary();
		EntryReader parts = new EntryReader(vocabulary);
		byCode = new HashMap<>();
		try {
			Candidates.Writer writer = new Candidates.Writer();
			List<Entry> read = new ArrayList<>(procedures.size());
			for (int at = 0; at < procedures.size(); at++) {
				EntryReader.Read one = parts.read(procedures.get(at), at);
				byCode.putIfAbsent(one.entry().code(), at);
				writer.add(one);
				read.add(one.entry());
			}
			vocabulary.close(procedures.size());
			entries = read.stream().map(parts::weighed).toList();
			candidates = writer.finish(vocabulary);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		reader = new QueryReader(vocabulary, lexicon);
		ranking = new Ranking(vocabulary);
	}

	private ProcedureIndex(ProcedureIndex other, Lexicon lexicon) {
		candidates = other.candidates;
		entries = other.entries;
		byCode = other.byCode;
		vocabulary = other.vocabulary;
		reader = new QueryReader(vocabulary, lexicon);
		ranking = other.ranking;
	}

	/** The same procedures with other words of editors. */
	public ProcedureIndex with(Lexicon lexicon) {
		return new ProcedureIndex(this, lexicon);
	}

	/** Procedures that fit, best first, at most {@code limit}; none when nothing has half of the words that tell something. */
	public Hits search(String typed, int limit) {
		Reading reading = reader.read(cut(typed), false);
		List<Ranking.Ranked> ranked = rank(reading, CANDIDATES);
		Set<Integer> found = new LinkedHashSet<>(named(reading));
		int needed = ranked.isEmpty() ? 0 : ranked.getFirst().needed();
		int best = most(ranked);
		if (2 * best >= needed) {
			ranked.stream().filter(one -> one.had() >= best || near(one, ranked)).forEach(one -> found.add(one.document()));
			candidates.having(reading, best).forEach(found::add);
		}
		return new Hits(found.stream().limit(limit).toList(), fit(reading, found, best, needed), reading.corrected());
	}

	/** Most needed words that any of the best has. */
	private static int most(List<Ranking.Ranked> ranked) {
		return ranked.stream().filter(one -> near(one, ranked)).mapToInt(Ranking.Ranked::had).max().orElse(0);
	}

	private static boolean near(Ranking.Ranked one, List<Ranking.Ranked> ranked) {
		return one.score() >= NEAR * ranked.getFirst().score();
	}

	/** What somebody may be about to type, best first. */
	public List<Integer> suggest(String typed, int limit) {
		Reading reading = reader.read(cut(typed), !typed.endsWith(" "));
		Set<Integer> found = new LinkedHashSet<>(named(reading));
		byCodeBeginning(typed.strip(), limit, found);
		rank(reading, SUGGESTED_CANDIDATES).forEach(one -> found.add(one.document()));
		return found.stream().limit(limit).toList();
	}

	private List<Ranking.Ranked> rank(Reading reading, int most) {
		return reading.senses().isEmpty() ? List.of() : ranking.of(reading, candidates.find(reading, most), entries);
	}

	private List<Integer> named(Reading reading) {
		List<Integer> named = new ArrayList<>();
		reading.codes().forEach(code -> addCode(code, named));
		reading.meant().forEach(code -> addCode(code, named));
		return named;
	}

	private void addCode(String code, List<Integer> to) {
		Integer document = byCode.get(code);
		if (document != null) {
			to.add(document);
		}
	}

	private void byCodeBeginning(String typed, int limit, Set<Integer> found) {
		if (typed.length() > 2 && typed.length() < 8 && typed.matches("\\d{1,2}\\.\\d+")) {
			byCode.entrySet().stream().filter(entry -> entry.getKey().startsWith(typed)).sorted(Map.Entry.comparingByKey()).limit(limit)
				.forEach(entry -> found.add(entry.getValue()));
		}
	}

	private static Hits.Fit fit(Reading reading, Set<Integer> found, int best, int needed) {
		if (found.isEmpty()) {
			return Hits.Fit.NOTHING;
		}
		boolean whole = !reading.codes().isEmpty() || !reading.meant().isEmpty() || best >= needed;
		return whole ? Hits.Fit.WHOLE : Hits.Fit.PART;
	}

	private static String cut(String typed) {
		return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
	}

}
