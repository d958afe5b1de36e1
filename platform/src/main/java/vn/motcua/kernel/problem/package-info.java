/** Refusals: a code, named values and, for input, the field. Words come later, in the reader's language. */
@NullMarked
package vn.motcua.kernel.problem;

import org.jspecify.annotations.NullMarked;
