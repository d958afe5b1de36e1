/** The ledger for machines: JSON under {@code /api/dossier/v1}. */
@NullMarked
package vn.motcua.dossier.api;

import org.jspecify.annotations.NullMarked;
