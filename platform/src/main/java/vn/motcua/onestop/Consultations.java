package vn.motcua.onestop;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;

/**
 * Asks other agencies for their opinion on a dossier. The asked agency's officers find the question in their queue with its
 * deadline; their answer comes back to the step that asked. Both stand in the ledger. Decree 61/2018/NĐ-CP art. 19.
 */
public interface Consultations {

	/** Questions of one dossier that may wait at once. */
	int MOST_WAITING = 10;

	/** Longest time an agency may be given, in working days. */
	int LONGEST_DAYS = 30;

	/**
	 * Asks. The same question to the same agency asked twice is asked once.
	 * @throws vn.motcua.kernel.problem.ProblemException {@link OnestopProblem#INCOMPLETE} with the fields that are wrong
	 */
	UUID ask(DossierCode code, Question question, Actor officer);

	/** Whether this officer may ask on this dossier now. */
	boolean mayAsk(DossierCode code, Actor officer);

	/** Everything asked on a dossier of one's own agency, oldest first. */
	List<Consultation> of(DossierCode code);

	/** What waits for the officer's agency, first due first. */
	Slice<Consultation> waiting(AgencyId agency, Limit limit, @Nullable String after);

	WorkQueue.Count count(AgencyId agency, java.time.Instant now);

	/** The question, for the agency that was asked; recorded as a look at the person's data. */
	Consultation look(UUID id, Actor officer);

	/** The same for either side, without recording a look. */
	Consultation get(UUID id, Actor officer);

	/** Answers; a second answer is refused. */
	void answer(UUID id, String opinion, List<UUID> files, Actor officer);

	/** @param papers files of the dossier the asked agency may see */
	record Question(AgencyId asked, String words, int workingDays, List<UUID> papers) {
	}

}
