package vn.motcua.catalogue;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;

/** Publishing by four eyes: one person proposes, another decides. Everything here may be repeated and has one effect. */
public interface Proposals {

	/**
	 * Puts a bundle up; the same bundle by the same person again answers the same proposal.
	 * @throws vn.motcua.catalogue.bundle.BundleRefused with the findings of the check
	 * @throws vn.motcua.kernel.problem.ProblemException {@link CatalogueProblem#PROPOSAL_OPEN} while another one of the service waits,
	 * {@link CatalogueProblem#ALREADY_PUBLISHED} when nothing changed; {@code /effectiveOn} when it would hold before the version it replaces
	 */
	Proposal propose(Bundle bundle, PublicationDecision decision, Actor proposer);

	/** Proposes to close a service to new dossiers from the day the decision holds. */
	Proposal proposeAbolition(ProcedureCode code, PublicationDecision decision, Actor proposer);

	Proposal get(UUID id);

	/** The bundle that was put up. */
	Bundle bundle(UUID id);

	/** Newest first; {@code state} null for all. */
	Slice<Proposal> list(Proposal.@Nullable State state, Limit limit, @Nullable String after);

	/**
	 * Makes it a version, or an abolition, once.
	 * @throws vn.motcua.kernel.problem.ProblemException {@link CatalogueProblem#OWN_PROPOSAL} for the proposer,
	 * {@link CatalogueProblem#PROPOSAL_OUT_OF_DATE} when a version was published since, {@link CatalogueProblem#PROPOSAL_CLOSED}
	 */
	Proposal approve(UUID id, Actor approver);

	/** Sends it back with a reason of at most 2,000 characters. */
	Proposal refuse(UUID id, @Nullable String reason, Actor approver);

	/** Takes back one's own. */
	Proposal withdraw(UUID id, Actor proposer);

}
