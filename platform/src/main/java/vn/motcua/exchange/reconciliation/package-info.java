/** Reconciliation (<i>đối soát</i>): whether an agency's system and the ledger hold the same, day by day, and where they differ. */
@NullMarked
package vn.motcua.exchange.reconciliation;

import org.jspecify.annotations.NullMarked;
