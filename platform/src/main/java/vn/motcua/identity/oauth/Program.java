package vn.motcua.identity.oauth;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A program that may ask for tokens (<i>ứng dụng kết nối</i>).
 *
 * @param system an agency's own with a secret; else one at a person's, with PKCE and consent
 * @param disabledAt when it was revoked, {@code null} while it is in force
 */
public record Program(UUID id, String clientId, String name, boolean system, @Nullable Integer agency, List<String> redirectUris, List<String> scopes,
		Instant createdAt, @Nullable Instant disabledAt) {
}
