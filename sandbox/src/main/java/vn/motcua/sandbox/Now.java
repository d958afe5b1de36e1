package vn.motcua.sandbox;

import java.time.Instant;

/**
 * What time it is.
 *
 * @param lived in the system's year
 * @param real in ours, by which what came from the portal goes on
 */
record Now(Instant lived, Instant real) {
}
