/** State, rules and SQL of the ledger. */
@NullMarked
package vn.motcua.dossier.domain;

import org.jspecify.annotations.NullMarked;
