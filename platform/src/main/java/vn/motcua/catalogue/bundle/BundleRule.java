package vn.motcua.catalogue.bundle;

import java.util.List;

/** A part of the check of a bundle; modules above the catalogue add theirs. */
public interface BundleRule {

	/** Findings of this part; it is asked only when the earlier parts could read the bundle. */
	List<Finding> check(Bundle bundle);

}
