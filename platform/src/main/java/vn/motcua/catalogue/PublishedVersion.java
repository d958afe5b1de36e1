package vn.motcua.catalogue;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.ProcedureCode;

/**
 * A row of the record of publications.
 *
 * @param decision what published it, {@code null} where it came without one
 * @param approverName who approved it, {@code null} where the publisher published alone
 */
public record PublishedVersion(long id, ProcedureCode code, int version, String digest, LocalDate validFrom, @Nullable LocalDate validUntil,
		Instant publishedAt, String publisherName, @Nullable PublicationDecision decision, @Nullable String approverName) {
}
