package vn.motcua.catalogue.search;

/**
 * One text of a procedure that names it: a title, or a phrase people use for it.
 *
 * @param forms three numbers for each word: exact, folded, stem; -1 for none
 * @param rarity of each word
 * @param total of all rarities
 * @param worth 1 for a title
 */
record Unit(int[] forms, float[] rarity, float total, float worth) {

	static final int FORMS = 3;

	int words() {
		return rarity.length;
	}

}
