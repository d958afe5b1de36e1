package vn.motcua.catalogue.search;

import java.util.List;

/**
 * What ranking looks at of one procedure.
 *
 * @param around forms of the summary, sorted
 * @param beyond forms of field, results, cases and agency, sorted
 */
record Entry(String code, List<Unit> units, int[] around, int[] beyond, long use) {
}
