/** Finding procedures as people type: analysis of Vietnamese, reading of a query, the index in memory, ranking. */
@NullMarked
package vn.motcua.catalogue.search;

import org.jspecify.annotations.NullMarked;
