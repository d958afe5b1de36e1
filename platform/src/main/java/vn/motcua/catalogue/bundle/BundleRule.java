package vn.motcua.catalogue.bundle;

import java.util.List;

/** A part of the check of a bundle; modules above the catalogue add theirs. */
public interface BundleRule {

	/** Findings of this part. */
	List<Finding> check(Bundle bundle);

	/** True for a rule that evaluates the bundle and so needs one without other findings. */
	default boolean runsExamples() {
		return false;
	}

}
