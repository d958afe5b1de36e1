/** {@code ./motcua service new}: a bundle from a few answers. */
@NullMarked
package vn.motcua.form.making;

import org.jspecify.annotations.NullMarked;
