package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;

/**
 * @param serviceVersion version of the service it is on
 * @param submittedAs code of the dossier it became, {@code null} while it is a draft
 * @param change what changed when it was moved to that version, {@code null} when it never was
 */
public record DraftView(UUID id, int version, ProcedureCode service, long serviceVersion, ObjectNode answers,
		List<AttachedFile> files, Instant savedAt, @Nullable DossierCode submittedAs, @Nullable DraftChange change) {
}
