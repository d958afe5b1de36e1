package vn.motcua.exchange.reconciliation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** What a sender says that it holds of a day, as it came. */
record StatedDay(@Nullable String agency, @Nullable LocalDate day, @Nullable Long dossiers, @Nullable Long lines, @Nullable String digest) {
}
