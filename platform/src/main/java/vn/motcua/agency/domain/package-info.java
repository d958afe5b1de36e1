/** The tree of every day, its record in the database, and the import that changes it. */
@NullMarked
package vn.motcua.agency.domain;

import org.jspecify.annotations.NullMarked;
