/** Published versions: kept in the database, answered from memory. */
@NullMarked
package vn.motcua.catalogue.domain;

import org.jspecify.annotations.NullMarked;
