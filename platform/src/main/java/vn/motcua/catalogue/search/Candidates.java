package vn.motcua.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The Lucene index: which procedures may be meant, and which have the words. Document numbers are places in the list. */
final class Candidates {

	private static final String TITLES = "titles";

	private static final String ALL = "all";

	private static final String PAIRS = "pairs";

	/** Long lists of search words must not count against a procedure much. */
	private static final BM25Similarity SIMILARITY = new BM25Similarity(1.2f, 0.3f);

	private static final int MOST_HITS = 20_000;

	private final IndexSearcher searcher;

	private final Vocabulary vocabulary;

	private Candidates(IndexSearcher searcher, Vocabulary vocabulary) {
		this.searcher = searcher;
		this.vocabulary = vocabulary;
	}

	/** Writes one index, then is done. */
	static final class Writer {

		private static final FieldType WORDS = words();

		private final ByteBuffersDirectory directory = new ByteBuffersDirectory();

		private final IndexWriter writer;

		Writer() throws IOException {
			writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()).setSimilarity(SIMILARITY).setRAMBufferSizeMB(256)
				.setMergePolicy(NoMergePolicy.INSTANCE).setUseCompoundFile(false));
		}

		void add(EntryReader.Read read) throws IOException {
			Document document = new Document();
			document.add(new Field(TITLES, new TermStream(read.titles()), WORDS));
			document.add(new Field(ALL, new TermStream(read.all()), WORDS));
			document.add(new Field(PAIRS, new TermStream(read.pairs()), WORDS));
			writer.addDocument(document);
		}

		Candidates finish(Vocabulary vocabulary) throws IOException {
			writer.close();
			IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
			searcher.setSimilarity(SIMILARITY);
			searcher.setQueryCache(null);
			return new Candidates(searcher, vocabulary);
		}

		private static FieldType words() {
			FieldType type = new FieldType();
			type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
			type.setTokenized(true);
			type.freeze();
			return type;
		}

	}

	/** Those with the most and rarest words of any sense, in no order that matters. */
	List<Integer> find(Reading reading, int most) {
		Map<Term, Float> clauses = new HashMap<>();
		for (Reading.Sense sense : reading.senses()) {
			for (int at = 0; at < sense.terms().size(); at++) {
				AskedWord word = sense.terms().get(at);
				float share = word.needed() ? 1 : 0.15f;
				for (int form = 0; form < word.forms().length; form++) {
					String text = vocabulary.text(word.forms()[form]);
					clauses.merge(new Term(TITLES, text), 2 * share * word.fits()[form], Math::max);
					clauses.merge(new Term(ALL, text), share * word.fits()[form], Math::max);
				}
				if (at > 0 && vocabulary.pair(sense.terms().get(at - 1).folded(), word.folded())) {
					clauses.merge(new Term(PAIRS, sense.terms().get(at - 1).folded() + " " + word.folded()), 1.5f, Math::max);
				}
			}
		}
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		clauses.forEach((term, boost) -> query.add(new BoostQuery(new TermQuery(term), boost), Occur.SHOULD));
		return clauses.isEmpty() ? List.of() : documents(query.build(), most);
	}

	/** All procedures with at least so many of the needed words of one sense, by place. */
	List<Integer> having(Reading reading, int words) {
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		for (Reading.Sense sense : reading.senses()) {
			List<AskedWord> needed = sense.terms().stream().filter(AskedWord::needed).toList();
			if (words > 0 && needed.size() >= words) {
				BooleanQuery.Builder all = new BooleanQuery.Builder().setMinimumNumberShouldMatch(words);
				needed.forEach(word -> all.add(forms(word), Occur.SHOULD));
				any.add(all.build(), Occur.SHOULD);
			}
		}
		BooleanQuery query = any.build();
		return query.clauses().isEmpty() ? List.of() : documents(new ConstantScoreQuery(query), MOST_HITS);
	}

	private Query forms(AskedWord word) {
		BooleanQuery.Builder forms = new BooleanQuery.Builder();
		for (int form : word.forms()) {
			forms.add(new TermQuery(new Term(ALL, vocabulary.text(form))), Occur.SHOULD);
		}
		return forms.build();
	}

	private List<Integer> documents(Query query, int most) {
		try {
			int limit = Math.max(1, Math.min(most, searcher.getIndexReader().maxDoc()));
			List<Integer> found = new ArrayList<>();
			for (ScoreDoc hit : searcher.search(query, new TopScoreDocCollectorManager(limit, null, limit)).scoreDocs) {
				found.add(hit.doc);
			}
			return found;
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

}
