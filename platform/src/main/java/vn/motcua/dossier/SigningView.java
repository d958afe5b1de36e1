package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.form.FormPart;
import vn.motcua.form.Signer;

/**
 * A part of somebody's draft for the person who signs it.
 *
 * @param answers all answers of the draft: pages of the part are drawn from them, nothing else may be shown
 * @param seen files that belong to what is signed
 * @param digest SHA-256 of what would be signed now
 * @param signedAt when it was signed and still is, {@code null} otherwise
 * @param voidedAt when a change voided the last signature, {@code null} otherwise
 * @param ended the draft was submitted
 */
public record SigningView(UUID id, FormPart part, Signer signer, long serviceVersion, String applicantName, String signerName, ObjectNode answers,
		List<AttachedFile> seen, String digest, Instant expiresAt, @Nullable Instant acceptedAt, @Nullable Instant signedAt, @Nullable Instant voidedAt,
		boolean ended) {
}
