package vn.motcua.catalogue.search;

/**
 * A way of saying something.
 *
 * @param phrase what people type
 * @param meaning words that procedures use, or the code of one procedure
 */
public record SearchWord(String phrase, String meaning) {
}
