package vn.motcua.catalogue.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.PublishedVersion;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Finding;

/** The services there are, and what came of the last upload. */
public record PublishPage(List<ServiceVersion> services, Outcome outcome) {

	/**
	 * What came of an upload.
	 *
	 * @param fine code of a bundle without findings that was not published
	 * @param problem message key of what went wrong before the check
	 * @param version for the words of the problem
	 */
	public record Outcome(@Nullable PublishedVersion published, @Nullable String fine, List<Finding> findings, @Nullable String problem, Object version) {

		static final Outcome NONE = new Outcome(null, null, List.of(), null, 0);

		static Outcome published(PublishedVersion version) {
			return new Outcome(version, null, List.of(), null, 0);
		}

		static Outcome fine(String code) {
			return new Outcome(null, code, List.of(), null, 0);
		}

		static Outcome findings(List<Finding> findings) {
			return new Outcome(null, null, findings, null, 0);
		}

		static Outcome problem(String key, Object version) {
			return new Outcome(null, null, List.of(), key, version);
		}

		public boolean failed() {
			return problem != null || !findings.isEmpty();
		}

	}

}
