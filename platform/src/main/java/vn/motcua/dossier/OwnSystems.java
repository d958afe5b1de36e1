package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Optional;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.ProcedureCode;

/**
 * Answered from above: which agencies handle in a system of their own what people submit here. Asked once, when a dossier is
 * submitted; the answer stands in its first event and holds for its life.
 */
public interface OwnSystems {

	/** The system that handles a procedure at an agency; empty for the desk here. */
	Optional<OwnSystem> find(AgencyId agency, ProcedureCode procedure, LocalDate on);

}
