package vn.motcua.agency.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A file somebody put up.
 *
 * @param on day from which its tree holds
 * @param treeVersion the tree its preview was drawn from
 * @param appliedAt when it was applied, {@code null} while it waits
 */
public record TreeImport(UUID id, String fileName, LocalDate on, String uploadedBy, Instant uploadedAt, long treeVersion, @Nullable Instant appliedAt,
		@Nullable String appliedBy, int added, int renamed, int moved, int ended) {
}
