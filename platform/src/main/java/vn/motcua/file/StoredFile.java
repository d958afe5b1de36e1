package vn.motcua.file;

import java.time.Instant;
import java.util.UUID;

/**
 * Bytes the platform keeps.
 *
 * @param sha256 digest in lower-case hexadecimal
 * @param mediaType type found by looking at the content, never the type the sender claimed
 */
public record StoredFile(UUID id, String name, String mediaType, long sizeBytes, String sha256, Instant storedAt) {
}
