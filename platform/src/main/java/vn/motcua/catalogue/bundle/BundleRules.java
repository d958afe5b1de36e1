package vn.motcua.catalogue.bundle;

import java.util.ArrayList;
import java.util.List;

/** Runs the rules on a bundle. Those that run its examples come last and only when the rest is sound. */
public final class BundleRules {

	private BundleRules() {
	}

	/** Findings in the order of files and lines. */
	public static List<Finding> check(Bundle bundle, List<BundleRule> rules) {
		List<Finding> findings = new ArrayList<>();
		run(new ServiceCheck(), bundle, findings);
		if (!findings.isEmpty() && !readable(bundle)) {
			return sorted(findings);
		}
		rules.stream().filter(rule -> !rule.runsExamples()).forEach(rule -> run(rule, bundle, findings));
		if (findings.isEmpty()) {
			rules.stream().filter(BundleRule::runsExamples).forEach(rule -> run(rule, bundle, findings));
		}
		return sorted(findings);
	}

	private static void run(BundleRule rule, Bundle bundle, List<Finding> findings) {
		try {
			findings.addAll(rule.check(bundle));
		}
		catch (BundleRefused unreadable) {
			findings.addAll(unreadable.findings());
		}
	}

	private static boolean readable(Bundle bundle) {
		try {
			BundleReader.read(bundle);
			return true;
		}
		catch (BundleRefused unreadable) {
			return false;
		}
	}

	private static List<Finding> sorted(List<Finding> findings) {
		return findings.stream().distinct().sorted().toList();
	}

}
