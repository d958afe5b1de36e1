/** Refusals and failures on their way out: as RFC 9457 to a program, as a page with the same words to a person. */
@NullMarked
package vn.motcua.site.problem;

import org.jspecify.annotations.NullMarked;
