package vn.motcua.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.ProcedureCode;

/** Systems of agencies that take part in the exchange. Every interface asks {@link #of} before it does anything for a system. */
public interface Participants {

	/**
	 * The participant that calls, read from the database each time: what was suspended a moment ago is refused now, on every node.
	 * @throws vn.motcua.kernel.problem.ProblemException {@link ExchangeProblem#NO_PARTICIPANT}, {@link ExchangeProblem#NOT_APPROVED},
	 * {@link ExchangeProblem#SUSPENDED} or {@link ExchangeProblem#ENDED}
	 */
	Participant of(Actor system);

	Optional<Participant> find(UUID id);

	/** Whether it speaks for an agency as the tree was on a day. */
	boolean speaksFor(Participant participant, AgencyId agency, LocalDate day);

	/** The approved system that takes dossiers of the portal for an agency: its own, or the nearest above it. */
	Optional<Participant> takerOf(AgencyId agency, ProcedureCode procedure);

	/** All that are approved, by client id; at most 5,000. */
	List<Participant> approved();

}
