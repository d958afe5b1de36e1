package vn.motcua.dossier;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A signature that went into the ledger with a submission.
 *
 * @param role kind of signer in the form
 * @param subject personal number or tax code of the account that signed
 * @param assurance how sure its identity was
 * @param statement what was confirmed, in Vietnamese
 * @param digest SHA-256 of what was signed
 */
public record SignedPart(String role, int place, String name, @Nullable String subject, String assurance, String statement, String digest, Instant signedAt) {
}
