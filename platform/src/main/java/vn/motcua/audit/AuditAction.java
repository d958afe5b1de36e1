package vn.motcua.audit;

/** Closed catalogue of what the record of access knows. Words stand under {@code audit.action.<name>}. */
public enum AuditAction {

	DOSSIER_VIEWED, DOSSIER_FILE_OPENED, DOSSIER_CHANGED, DOSSIER_CORRECTED, DOSSIER_LISTED, PERSON_LOOKED_UP, RESULT_SIGNED,
	RESULT_REVOKED, SERVICE_PUBLISHED, AGENCY_TREE_IMPORTED, ROLE_GRANTED, ROLE_ENDED, SIGNED_IN, SIGN_IN_FAILED, ACCOUNT_LOCKED, AUDIT_READ

}
