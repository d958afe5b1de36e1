package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;

/**
 * All that an agency's own system said of a dossier, as it was recorded.
 *
 * @param subject personal number or tax code, {@code null} when the agency has none
 * @param steps in the order in which they were recorded
 */
public record SyncedHistory(DossierCode code, String applicantName, @Nullable String subject, Channel channel, List<Step> steps) {

	/**
	 * @param line the sender's number of the line, 0 for the submission that a later first line told of
	 * @param at when it happened, by the sender
	 * @param dueAt the promised moment that it set
	 * @param dueBefore the promised moment that it moved
	 * @param more members of the line that the ledger does not know
	 */
	public record Step(int line, DossierStatus status, Instant at, Instant recordedAt, @Nullable Instant dueAt, @Nullable Instant dueBefore,
			@Nullable JsonNode more) {
	}

	/** Walks through dossiers of an agency and day as their codes have them, in the order of the codes. */
	public interface Walk {

		/** One pass over a range of the primary key, at constant memory; joins the caller's transaction. */
		void walk(String agency, java.time.LocalDate day, java.util.function.Consumer<SyncedHistory> taker);

	}

}
