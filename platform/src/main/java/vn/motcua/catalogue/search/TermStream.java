package vn.motcua.catalogue.search;

import java.util.Iterator;
import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Words that were taken apart already, as the index writer wants them. */
final class TermStream extends TokenStream {

	private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

	private final List<String> words;

	private Iterator<String> next = List.<String>of().iterator();

	TermStream(List<String> words) {
		this.words = words;
	}

	@Override
	public void reset() {
		next = words.iterator();
	}

	@Override
	public boolean incrementToken() {
		if (!next.hasNext()) {
			return false;
		}
		clearAttributes();
		term.setEmpty().append(next.next());
		return true;
	}

}
