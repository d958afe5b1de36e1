/** {@code ./motcua service preview}: what applicants and officers will meet, in the browser, from a folder. */
@NullMarked
package vn.motcua.form.preview;

import org.jspecify.annotations.NullMarked;
