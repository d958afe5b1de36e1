/** Entering dossiers of people who come to the desk or write by post. */
@NullMarked
package vn.motcua.onestop.walkin;

import org.jspecify.annotations.NullMarked;
