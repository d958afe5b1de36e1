/** Keyset paging: a bounded list, a stable order and an opaque place to go on from. */
@NullMarked
package vn.motcua.kernel.paging;

import org.jspecify.annotations.NullMarked;
