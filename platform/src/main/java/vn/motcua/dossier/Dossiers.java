package vn.motcua.dossier;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;

/**
 * The ledger's door: dossiers and what happened to them. A dossier another agency or person owns is not found, never
 * forbidden.
 */
public interface Dossiers {

	/** Takes in a dossier entered at the desk for an applicant who came in person or by post, complete and checked. */
	Submission enter(Actor officer, WalkIn walkIn);

	/** The dossier for its applicant, or for an officer of the agency in charge; an officer's look is recorded in the audit with the purpose. */
	DossierView get(DossierCode code, Actor viewer, String purpose);

	/** The dossier without recording a look: for the platform's own work, never for a page. */
	Optional<DossierView> find(DossierCode code);

	/**
	 * Does a step. Checked against the lifecycle and the rules; appended to the ledger; published as an event in the same
	 * transaction.
	 * @return the dossier after the step
	 * @throws vn.motcua.kernel.problem.ProblemException {@link DossierProblem} when the step is not allowed now
	 */
	DossierView record(DossierCode code, DossierStep step, Actor actor);

	/** Dossiers of one applicant, newest first; of an account whose number nobody has checked, only those handed in by it. */
	Slice<DossierSummary> ofApplicant(Actor applicant, Limit limit, @Nullable String after);

	List<DossierEvent> events(DossierCode code);

	/** What anybody may know who has the code. */
	Optional<Tracking> track(DossierCode code);

}
