package vn.motcua.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

import vn.motcua.catalogue.search.Hits;
import vn.motcua.catalogue.search.ProcedureIndex;
import vn.motcua.catalogue.search.Searchable;

/**
 * Search among ten thousand procedures inside the program: how well the labelled queries of {@code bench/search} are answered, and how fast;
 * then how soon a running server shows what was published.
 */
final class SearchBenchmark implements Benchmark {

	private static final int PROCEDURES = 10_000;

	private static final int ROUNDS = 30;

	private static final int WARM_UP_ROUNDS = 40;

	@Override
	public String name() {
		return "search";
	}

	@Override
	public String what() {
		return "labelled queries among 10,000 procedures: quality, time inside the server, build of the index, freshness after publication";
	}

	@Override
	public List<Figure> run() throws Exception {
		LabelledSet set = LabelledSet.read();
		List<Searchable> procedures = set.procedures(PROCEDURES);
		set.index(procedures.subList(0, 1_000)).search("khai sinh", 10);
		long start = System.nanoTime();
		ProcedureIndex index = set.index(procedures);
		double buildSeconds = (System.nanoTime() - start) / 1e9;
		List<Figure> figures = new ArrayList<>(quality(set, procedures, index));
		figures.add(Figure.of("procedures", procedures.size(), ""));
		figures.add(Figure.of("build of the index", buildSeconds, "s").promise("≤ 5"));
		figures.addAll(times("search", set.queries().stream().map(LabelledSet.Query::typed).toList(), typed -> index.search(typed, 10_000).documents().size(), "≤ 5"));
		figures.addAll(times("suggestions", set.beginnings(), typed -> index.suggest(typed, 10).size(), "≤ 2"));
		figures.addAll(Freshness.measure());
		return figures;
	}

	private static List<Figure> quality(LabelledSet set, List<Searchable> procedures, ProcedureIndex index) {
		double reciprocal = 0;
		int first = 0;
		int none = 0;
		for (LabelledSet.Query query : set.queries()) {
			Hits hits = index.search(query.typed(), 10);
			List<String> codes = hits.documents().stream().map(document -> procedures.get(document).code()).toList();
			int rank = 1 + codes.indexOf(codes.stream().filter(query.expected()::contains).findFirst().orElse(null));
			reciprocal += rank == 0 ? 0 : 1.0 / rank;
			first += rank == 1 ? 1 : 0;
			none += codes.isEmpty() ? 1 : 0;
		}
		int all = set.queries().size();
		return List.of(Figure.of("labelled queries", all, "").promise("≥ 250"), Figure.of("MRR@10", reciprocal / all, "").promise("≥ 0.92"),
				Figure.of("success@1", (double) first / all, ""), Figure.of("zero-result rate", (double) none / all, ""));
	}

	private static List<Figure> times(String name, List<String> typed, ToLongFunction<String> ask, String promise) {
		long found = 0;
		for (int round = 0; round < WARM_UP_ROUNDS; round++) {
			for (String one : typed) {
				found += ask.applyAsLong(one);
			}
		}
		long[] nanos = new long[ROUNDS * typed.size()];
		int at = 0;
		for (int round = 0; round < ROUNDS; round++) {
			for (String one : typed) {
				long start = System.nanoTime();
				found += ask.applyAsLong(one);
				nanos[at++] = System.nanoTime() - start;
			}
		}
		if (found == 0) {
			throw new IllegalStateException("nothing was found");
		}
		Arrays.sort(nanos);
		return List.of(Figure.of(name + " p50", nanos[at / 2] / 1e6, "ms"), Figure.of(name + " p99", nanos[(int) (at * 0.99)] / 1e6, "ms").promise(promise));
	}

}
