/** Measures what the platform promises, as ratios within one run. */
@NullMarked
package vn.motcua.bench;

import org.jspecify.annotations.NullMarked;
