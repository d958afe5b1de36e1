package vn.motcua.reporting.entry;

import java.time.Instant;
import java.util.UUID;

/** A file attached to a section of the narrative. */
public record Attachment(String section, UUID file, String name, long sizeBytes, String by, Instant at) {
}
