package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.FieldProblem;

/** What ministries and provinces attach to national procedures: their desks, levels, fees, times and codes. */
public interface Offers {

	/** The offer that holds at an agency on a day: its own, else that of the nearest agency above it. */
	Optional<Offer> find(ProcedureCode code, AgencyId agency, LocalDate on);

	/** The offer of an agency itself on a day. */
	Optional<Offer> own(ProcedureCode code, AgencyId agency, LocalDate on);

	/** Offers of a procedure on a day, by number of the agency. */
	Slice<Offer> of(ProcedureCode code, LocalDate on, Limit limit, @Nullable String after);

	/** Offers of an agency itself on a day, by code of the procedure. */
	Slice<Offer> at(AgencyId agency, LocalDate on, Limit limit, @Nullable String after);

	/** Everything wrong with an offer, by the names of its fields. */
	List<FieldProblem> check(ProcedureCode code, AgencyId agency, Offer.Terms terms, LocalDate from, @Nullable LocalDate until);

	/**
	 * Records an offer; the same again changes nothing.
	 * @throws vn.motcua.kernel.problem.ProblemException with every wrong field, or not found for an agency the officer has no part in
	 */
	Offer record(ProcedureCode code, AgencyId agency, Offer.Terms terms, LocalDate from, @Nullable LocalDate until, Actor officer);

	/** Ends an agency's own offer from a day on; what holds above it holds again. */
	void end(ProcedureCode code, AgencyId agency, LocalDate from, Actor officer);

}
