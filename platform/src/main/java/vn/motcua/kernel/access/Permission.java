package vn.motcua.kernel.access;

/** What an actor may do. A role at an agency is a set of these; every route names exactly one or is public. */
public enum Permission {

	/** Fill a draft, submit it, answer a supplement, withdraw: applicants. */
	APPLY,
	/** See own dossiers, inbox, account and who looked at one's data. */
	OWN_DATA,
	/** See the queue and the dossiers of one's agency. */
	DOSSIER_VIEW,
	/** Accept, refuse, ask for supplements, enter walk-in dossiers, hand over results. */
	DOSSIER_RECEIVE,
	/** Work on the steps of the process, propose a result. */
	DOSSIER_PROCESS,
	/** Sign results as the competent person. */
	DOSSIER_SIGN,
	/** Mark a fee as paid at the counter. */
	FEE_COLLECT,
	/** Correct a recorded state by a forced correction with a reason. */
	LEDGER_CORRECT,
	/** Put up service bundles for publication, amendments and abolitions. */
	SERVICE_PUBLISH,
	/** Decide on what somebody else put up. */
	SERVICE_APPROVE,
	/** Keep what one's agency and those under it offer: desks, local fees and times. */
	SERVICE_OFFER,
	/** Import and change the tree of agencies. */
	AGENCY_MANAGE,
	/** Manage accounts and roles at agencies. */
	ACCOUNT_MANAGE,
	/** Read the record of access. */
	AUDIT_READ,
	/** See the connected systems of one's agency and those under it; whoever approves sees all. */
	SYSTEM_VIEW,
	/** Register systems of one's agency and those under it, keep their keys. */
	SYSTEM_REGISTER,
	/** Approve, refuse, suspend and end connected systems. */
	SYSTEM_APPROVE,
	/** Send events as an agency's own system. */
	SYNC,
	/** Read figures, regimes, completeness: every officer. */
	REPORT_VIEW,
	/** Fill in and send reports of one's agency. */
	REPORT_FILL,
	/** Approve and sign reports of one's agency. */
	REPORT_APPROVE,
	/** Receive, return, accept reports sent to one's agency; remind who owes them. */
	REPORT_RECEIVE,
	/** Set up report regimes and indicators of one's agency. */
	REPORT_DESIGN

}
