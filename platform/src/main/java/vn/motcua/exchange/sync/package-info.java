/** Batches of lines from agencies' systems: {@code /api/sync/v1}. */
@NullMarked
package vn.motcua.exchange.sync;

import org.jspecify.annotations.NullMarked;
