package vn.motcua.catalogue.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a query may mean.
 *
 * @param senses ways to take it, the words as they stand first
 * @param codes procedures named by code
 * @param meant procedures that editors gave for exactly these words
 * @param corrected how it is spelled, {@code null} when nothing was put right
 */
record Reading(List<Sense> senses, List<String> codes, List<String> meant, @Nullable String corrected) {

	/** @param worth 1 for the words themselves, a little less for what they stand for */
	record Sense(List<AskedWord> terms, double worth) {

		long needed() {
			return terms.stream().filter(AskedWord::needed).count();
		}

	}

}
