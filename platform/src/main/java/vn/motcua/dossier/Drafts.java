package vn.motcua.dossier;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.motcua.file.StoredFile;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.problem.FieldProblem;

/**
 * What an applicant is filling in: saved with every change, resumable, turned into a dossier once. A draft ends by the version
 * of its service that it was begun with while that is in force; afterwards it is moved to the version in force, with what
 * still fits, and says what changed.
 */
public interface Drafts {

	default DraftView open(Actor applicant, ProcedureCode service) {
		return open(applicant, service, JsonNodeFactory.instance.objectNode());
	}

	/** Opens a draft with answers already given, as a machine does. */
	DraftView open(Actor applicant, ProcedureCode service, JsonNode answers);

	DraftView get(UUID id, Actor applicant);

	/** Merge patch (RFC 7396) of the answers; with {@code expectedVersion} only on that version (409 else). */
	DraftView patch(UUID id, Actor applicant, JsonNode mergePatch, @Nullable Integer expectedVersion);

	DraftView attach(UUID id, Actor applicant, String componentId, StoredFile file);

	DraftView detach(UUID id, Actor applicant, UUID fileId);

	/** Who would handle the draft as it is, by which terms. */
	Prospect prospect(DraftView draft);

	/** Every problem of answers ({@code /answers/…}) and components ({@code /files/…}); empty when it can be submitted. */
	List<FieldProblem> check(UUID id, Actor applicant);

	/**
	 * Turns the draft into a dossier, once: submitting the same draft again answers the same submission. Durable when it
	 * returns. Refused once with {@link DossierProblem#FORM_CHANGED} when the service changed and the applicant has not been shown how.
	 */
	Submission submit(UUID id, Actor applicant);

	/** The applicant has been shown the change of the draft; before that it is not sent. */
	void told(UUID id, Actor applicant);

	void discard(UUID id, Actor applicant);

	/** Open drafts of an applicant, newest first, at most 50. */
	List<DraftView> of(Actor applicant);

}
