package vn.motcua.catalogue.bundle;

import java.util.List;

/** A bundle that cannot be read as a service, and why. */
public final class BundleRefused extends RuntimeException {

	private final transient List<Finding> findings;

	public BundleRefused(List<Finding> findings) {
		super(findings.isEmpty() ? "" : findings.getFirst().toString(), null, false, false);
		this.findings = List.copyOf(findings);
	}

	BundleRefused(String file, int line, String rule, String message) {
		this(List.of(new Finding(file, line, rule, message)));
	}

	public List<Finding> findings() {
		return findings;
	}

}
