/** What applicants and officers will meet, drawn from a bundle: a folder ({@code ./motcua service preview}) or a proposal that waits for its decision. */
@NullMarked
package vn.motcua.form.preview;

import org.jspecify.annotations.NullMarked;
