package vn.motcua.catalogue.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param documents places in the list the index was made of, best first
 * @param corrected how the query is spelled, {@code null} when nothing was put right
 */
public record Hits(List<Integer> documents, Fit fit, @Nullable String corrected) {

	/** Whether the procedures have all words that tell something, or only some of them. */
	public enum Fit {
		WHOLE, PART, NOTHING
	}

}
