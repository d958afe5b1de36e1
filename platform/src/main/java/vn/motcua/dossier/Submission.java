package vn.motcua.dossier;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.DossierCode;

/** @param dueAt promised moment if the dossier is accepted now, {@code null} when only acceptance sets it */
public record Submission(DossierCode code, Instant submittedAt, @Nullable Instant dueAt) {
}
