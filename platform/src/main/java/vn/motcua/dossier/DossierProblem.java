package vn.motcua.dossier;

import vn.motcua.kernel.problem.ProblemCode;
import vn.motcua.kernel.problem.ProblemKind;

/** Refusals of the dossier module. */
public enum DossierProblem implements ProblemCode {

	NOT_FOUND("not-found", ProblemKind.NOT_FOUND),
	DRAFT_NOT_FOUND("draft-not-found", ProblemKind.NOT_FOUND),
	SERVICE_NOT_OPEN("service-not-open", ProblemKind.NOT_FOUND),
	INCOMPLETE("incomplete", ProblemKind.FIELDS),
	ANSWERS_TOO_LARGE("answers-too-large", ProblemKind.TOO_LARGE),
	MOVE_NOT_ALLOWED("move-not-allowed", ProblemKind.STATE),
	SUPPLEMENT_LIMIT("supplement-limit", ProblemKind.STATE),
	RESCHEDULE_LIMIT("reschedule-limit", ProblemKind.STATE),
	RESCHEDULE_TOO_LATE("reschedule-too-late", ProblemKind.STATE),
	RESULT_MISSING("result-missing", ProblemKind.STATE),
	ALREADY_SUBMITTED("already-submitted", ProblemKind.STATE),
	FORM_CHANGED("form-changed", ProblemKind.STATE),
	HANDLED_ELSEWHERE("handled-elsewhere", ProblemKind.STATE),
	NUMBER_TAKEN("number-taken", ProblemKind.STATE),
	REASON_MISSING("reason-missing", ProblemKind.FIELDS),
	TOO_MANY_DRAFTS("too-many-drafts", ProblemKind.TOO_MANY),
	INVITATION_NOT_FOUND("invitation-not-found", ProblemKind.NOT_FOUND),
	INVITATION_ENDED("invitation-ended", ProblemKind.STATE),
	SIGNER_SELF("signer-self", ProblemKind.STATE),
	SIGNER_OTHER_PERSON("signer-other-person", ProblemKind.STATE),
	SIGNER_UNVERIFIED("signer-unverified", ProblemKind.STATE),
	SIGNER_TWICE("signer-twice", ProblemKind.STATE),
	SIGNED_ALREADY("signed-already", ProblemKind.STATE),
	SIGNED_TEXT_CHANGED("signed-text-changed", ProblemKind.STATE),
	TOO_MANY_INVITATIONS("too-many-invitations", ProblemKind.TOO_MANY),
	INVITATIONS_TODAY("invitations-today", ProblemKind.TOO_MANY),
	INVITED_OFTEN("invited-often", ProblemKind.TOO_MANY);

	private final String code;

	private final ProblemKind kind;

	DossierProblem(String code, ProblemKind kind) {
		this.code = "dossier." + code;
		this.kind = kind;
	}

	@Override
	public String code() {
		return code;
	}

	@Override
	public ProblemKind kind() {
		return kind;
	}

}
