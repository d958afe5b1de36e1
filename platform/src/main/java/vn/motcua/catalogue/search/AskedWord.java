package vn.motcua.catalogue.search;

/**
 * One word of a query with every form that answers to it.
 *
 * @param forms numbers in the vocabulary
 * @param fits how well each form answers, 1 for the word itself
 * @param weight how much the word tells
 * @param needed whether a procedure without it misses something; words that say little, and places, are not
 */
record AskedWord(int[] forms, float[] fits, double weight, boolean needed, String folded) {
}
