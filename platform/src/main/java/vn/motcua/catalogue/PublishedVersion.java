package vn.motcua.catalogue;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.ProcedureCode;

/** A row of the record of publications. */
public record PublishedVersion(long id, ProcedureCode code, int version, String digest, LocalDate validFrom, @Nullable LocalDate validUntil,
		Instant publishedAt, String publisherName) {
}
