package vn.motcua.catalogue.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

import vn.motcua.catalogue.ServiceVersion;

/** The words of all services of one moment, in memory: accents do not matter, the last word may be unfinished. */
final class ServiceIndex {

	private static final int MOST_WORDS = 12;

	private static final int LONGEST = 200;

	private static final List<Weight> WEIGHTS = List.of(new Weight("name", 5), new Weight("words", 4), new Weight("summary", 1.5f), new Weight("more", 1));

	private final Analyzer analyzer;

	private final IndexSearcher searcher;

	private final List<ServiceVersion> services;

	private record Weight(String field, float boost) {
	}

	ServiceIndex(List<ServiceVersion> services) {
		this.services = services;
		try {
			analyzer = CustomAnalyzer.builder().withTokenizer("standard").addTokenFilter("lowercase").addTokenFilter("asciiFolding").build();
			ByteBuffersDirectory directory = new ByteBuffersDirectory();
			try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
				for (int at = 0; at < services.size(); at++) {
					writer.addDocument(document(at, services.get(at)));
				}
			}
			searcher = new IndexSearcher(DirectoryReader.open(directory));
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	/** Services with every word; when there is none, those with most of them. */
	List<ServiceVersion> search(String typed, int limit) {
		List<String> words = words(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
		if (words.isEmpty()) {
			return List.of();
		}
		List<ServiceVersion> all = search(words, words.size(), limit);
		return all.isEmpty() && words.size() > 1 ? search(words, Math.max(1, words.size() * 6 / 10), limit) : all;
	}

	private List<ServiceVersion> search(List<String> words, int atLeast, int limit) {
		BooleanQuery.Builder query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(atLeast);
		for (int at = 0; at < words.size(); at++) {
			query.add(word(words.get(at), at == words.size() - 1), BooleanClause.Occur.SHOULD);
		}
		try {
			List<ServiceVersion> found = new ArrayList<>();
			for (ScoreDoc hit : searcher.search(query.build(), Math.max(1, limit)).scoreDocs) {
				found.add(services.get(searcher.storedFields().document(hit.doc).getField("at").numericValue().intValue()));
			}
			return found;
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	private static Query word(String word, boolean last) {
		List<Query> ways = new ArrayList<>();
		for (Weight weight : WEIGHTS) {
			ways.add(new BoostQuery(new TermQuery(new Term(weight.field(), word)), weight.boost()));
			if (last || word.length() > 3) {
				ways.add(new BoostQuery(new PrefixQuery(new Term(weight.field(), word)), weight.boost() * 0.4f));
			}
		}
		return new DisjunctionMaxQuery(ways, 0.1f);
	}

	private static Document document(int at, ServiceVersion service) {
		Document document = new Document();
		document.add(new StoredField("at", at));
		document.add(new TextField("name", service.name().vi() + " " + service.name().en() + " " + service.code(), Field.Store.NO));
		document.add(new TextField("words", String.join(" . ", service.searchWords()), Field.Store.NO));
		document.add(new TextField("summary", service.summary().vi() + " " + service.summary().en(), Field.Store.NO));
		StringBuilder more = new StringBuilder(service.field().name().vi() + " " + service.field().name().en());
		service.results().forEach(result -> more.append(' ').append(result.name().vi()).append(' ').append(result.name().en()));
		service.cases().forEach(one -> more.append(' ').append(one.name().vi()).append(' ').append(one.name().en()));
		document.add(new TextField("more", more.toString(), Field.Store.NO));
		return document;
	}

	private List<String> words(String typed) {
		List<String> words = new ArrayList<>();
		try (TokenStream tokens = analyzer.tokenStream("name", typed.toLowerCase(Locale.ROOT))) {
			CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
			tokens.reset();
			while (tokens.incrementToken() && words.size() < MOST_WORDS) {
				words.add(term.toString());
			}
			tokens.end();
			return words;
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

}
