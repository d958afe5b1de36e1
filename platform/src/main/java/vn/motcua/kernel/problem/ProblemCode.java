package vn.motcua.kernel.problem;

/**
 * One entry of a module's catalogue of refusals; each module has one enum of these. The words stand in the module's
 * message files under {@code problem.<code>}.
 */
public interface ProblemCode {

	/** Stable code with the module as prefix, for example {@code dossier.not-accepted-yet}. */
	String code();

	ProblemKind kind();

}
