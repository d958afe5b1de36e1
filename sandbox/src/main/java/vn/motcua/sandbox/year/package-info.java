/** A year of dossiers as an agency's desk would have had it, honest or not: the same seed gives the same year. Knows of no database and no network. */
@org.jspecify.annotations.NullMarked
package vn.motcua.sandbox.year;
