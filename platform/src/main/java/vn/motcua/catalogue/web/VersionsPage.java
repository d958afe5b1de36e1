package vn.motcua.catalogue.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.Abolition;
import vn.motcua.catalogue.PublishedVersion;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.problem.ProblemException;

/**
 * The versions of a service.
 *
 * @param inForce number of the version in force today, 0 for none
 * @param refused why the last proposal to abolish it was not taken
 */
public record VersionsPage(ProcedureCode code, List<PublishedVersion> versions, int inForce, @Nullable Abolition abolition, DecisionForm decision,
		@Nullable ProblemException refused) {
}
