package vn.motcua.dossier;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Assessment;
import vn.motcua.catalogue.Offer;

/**
 * What a draft would meet if it were sent now.
 *
 * @param agency who would handle it, {@code null} while the answers lead to none
 * @param offer the terms of that agency, {@code null} where it has none of its own
 * @param assessment papers, fees and time by those terms
 */
public record Prospect(@Nullable Agency agency, @Nullable Offer offer, Assessment assessment) {
}
