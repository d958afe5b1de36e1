/** Commands of the one door, {@code ./motcua}. */
@NullMarked
package vn.motcua.kernel.cli;

import org.jspecify.annotations.NullMarked;
