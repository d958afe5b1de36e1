package vn.motcua.catalogue;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;

/**
 * One thing that two versions of a service say differently, in words.
 *
 * @param what which of its kind, for example the name of a paper
 * @param before {@code null} for what is new
 * @param after {@code null} for what is gone
 */
public record ServiceChange(Kind kind, LocalizedText what, @Nullable LocalizedText before, @Nullable LocalizedText after) {

	/** Words stand under {@code catalogue.change.<name in lower case>}. */
	public enum Kind {

		RECORD, AUTHORITY, TIME, COMPONENT, FEE, RESULT, LAW, QUESTION, PROCESS, TEMPLATE;

		/** Whether an applicant has to know. */
		public boolean concernsApplicants() {
			return this == RECORD || this == TIME || this == COMPONENT || this == FEE || this == QUESTION;
		}

	}

	/** What changes from one version to the other, in the order in which a record is read; at most 500. */
	public static List<ServiceChange> between(ServiceVersion before, ServiceVersion after) {
		return new ServiceComparison(before, after).changes();
	}

}
