package vn.motcua.onestop;

import java.util.List;
import java.util.Set;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierView;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;

/**
 * What officers do to the dossiers of their agency. A dossier of another agency is not found. Each act, the ledger's event
 * and the move of the process hold or fail together.
 */
public interface OfficerDesk {

	/**
	 * Does an act.
	 * @throws vn.motcua.kernel.problem.ProblemException {@link OnestopProblem} or the ledger's refusal when it is not allowed now
	 */
	DossierView act(DossierCode code, DeskAct act, Actor officer);

	/** Acts that are allowed now to this officer, in the order of their names. */
	Set<DeskAct.Kind> allowed(DossierView dossier, List<WorkItem> open, Actor officer);

	/** Looks at a dossier of one's agency; recorded with the purpose. */
	DossierView look(DossierCode code, Actor officer, String purpose);

	/** The dossier for an act on it or for one of its files, without recording a look. */
	DossierView find(DossierCode code, Actor officer);

	/** True when the dossier is one this officer works on or has worked on, so that no other purpose is asked. */
	boolean concerned(DossierCode code, Actor officer);

	/** Marks a paper of the dossier as looked at. */
	void check(DossierCode code, String componentId, DossierPapers.Verdict verdict, String note, Actor officer);

	/** What was looked at, noted and proposed so far. */
	DossierPapers papers(DossierCode code);

	/** What happened to a dossier of one's agency, oldest first. */
	List<DossierEvent> events(DossierCode code);

	/** Open steps of a dossier, oldest first. */
	List<WorkItem> open(DossierCode code);

	/** Steps of the process the dossier runs by, in the order of the file. */
	List<ProcessStep> steps(DossierView dossier);

}
