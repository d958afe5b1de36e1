package vn.motcua.catalogue.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.Difference;
import vn.motcua.catalogue.Proposal;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;
import vn.motcua.site.component.DiffRow;
import vn.motcua.site.component.Status;

/**
 * A proposal with what it changes.
 *
 * @param service the service as proposed, or as it is for an abolition
 * @param before version in force that it is compared with, {@code null} for a new service
 * @param preview {@code null} for an abolition
 * @param own whether the reader made it
 * @param mayDecide whether the reader may approve or refuse it
 */
public record ProposalPage(Proposal proposal, ServiceVersion service, @Nullable ServiceVersion before, List<Difference> changes, @Nullable BundlePreview preview,
		boolean own, boolean mayDecide, @Nullable ProblemException refused, String reason) {

	/** Rows of the difference, in the reader's language. */
	public List<DiffRow> rows(Page page) {
		return changes.stream().map(change -> new DiffRow(page.t("catalogue.diff.area." + word(change.area())) + ": " + page.text(change.what()), text(page, change.before()),
				change.before() == null && change.after() == null ? page.t("catalogue.proposal.changed") : text(page, change.after()))).toList();
	}

	private static @Nullable String text(Page page, @Nullable LocalizedText text) {
		return text == null ? null : page.text(text);
	}

	public static Status status(Proposal proposal) {
		return switch (proposal.state()) {
			case OPEN -> Status.SOON;
			case APPROVED -> Status.ON_TIME;
			case REFUSED -> Status.OVERDUE;
			case WITHDRAWN -> Status.PAUSED;
		};
	}

	public static String word(Enum<?> value) {
		return value.name().toLowerCase(java.util.Locale.ROOT);
	}

}
