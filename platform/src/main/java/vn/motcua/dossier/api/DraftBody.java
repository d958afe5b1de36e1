package vn.motcua.dossier.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DraftChange;
import vn.motcua.dossier.DraftView;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** A draft as JSON. */
record DraftBody(UUID id, int version, String service, long serviceVersion, ObjectNode answers, List<AttachedFile> files, Instant savedAt,
		@Nullable String submittedAs, @Nullable DraftChange change) {

	static DraftBody of(DraftView draft) {
		return new DraftBody(draft.id(), draft.version(), draft.service().value(), draft.serviceVersion(), draft.answers(), draft.files(), draft.savedAt(),
				draft.submittedAs() == null ? null : draft.submittedAs().value(), draft.change());
	}

	/** The version an {@code If-Match} header names, {@code null} for any. */
	static @Nullable Integer version(@Nullable String ifMatch) {
		if (ifMatch == null || ifMatch.strip().equals("*")) {
			return null;
		}
		String digits = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
		if (!digits.matches("\\d{1,9}")) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/If-Match", "dossier.if-match")));
		}
		return Integer.valueOf(digits);
	}

}
