package vn.motcua.catalogue;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Services that fit what a person typed.
 *
 * @param services best first
 * @param corrected how the query is spelled, {@code null} when nothing was put right
 */
public record FoundServices(List<ServiceVersion> services, Outcome outcome, @Nullable String corrected) {

	/** Whether services have every word that tells something, only some of them, or there is none. */
	public enum Outcome {
		WHOLE, PART, NOTHING
	}

}
