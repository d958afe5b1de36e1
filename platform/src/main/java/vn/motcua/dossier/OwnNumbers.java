package vn.motcua.dossier;

import java.util.Optional;
import java.util.UUID;

import vn.motcua.kernel.DossierCode;

/** Numbers that agencies' own systems give to dossiers, kept beside the code so that people find a dossier by either. */
public interface OwnNumbers {

	/**
	 * Keeps a number; the same again changes nothing, another one replaces it.
	 * @throws vn.motcua.kernel.problem.ProblemException {@link DossierProblem#NUMBER_TAKEN} when the system gave it to another dossier
	 */
	void keep(DossierCode code, String number, UUID system);

	/** The dossier to which an agency's system gave a number; empty when none did, or several. */
	Optional<DossierCode> find(String number);

}
