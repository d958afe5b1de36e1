package vn.motcua.catalogue;

import java.util.List;

import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;

/** Publishing service bundles. A published version never changes; a correction is the next version. */
public interface Publications {

	/** Everything wrong with a bundle, in the order of files and lines; empty when it can be published. */
	List<Finding> check(Bundle bundle);

	/**
	 * Publishes a bundle as the next version of its service; new dossiers use it from now on.
	 * @throws vn.motcua.catalogue.bundle.BundleRefused with the findings of the check, also when it would hold before the version it replaces
	 * @throws vn.motcua.kernel.problem.ProblemException {@link CatalogueProblem#ALREADY_PUBLISHED} when nothing changed
	 */
	PublishedVersion publish(Bundle bundle, Actor publisher);

	/** The bundle of a published version. */
	Bundle bundle(ProcedureCode code, int version);

	/** Versions of a service, newest first, at most 200. */
	List<PublishedVersion> versions(ProcedureCode code);

}
