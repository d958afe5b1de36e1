/** The way up: this installation takes part in another one, the centre's, and keeps its ledger in step with the one there. Nothing here runs unless the centre is named. */
@NullMarked
package vn.motcua.exchange.centre;

import org.jspecify.annotations.NullMarked;
