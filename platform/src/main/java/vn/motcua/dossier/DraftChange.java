package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;

/**
 * What became of a draft when the version it was begun with went out of force: it was moved to the one in force.
 *
 * @param from number of the old version of the service, counted from 1
 * @param changes what the service asks or promises differently
 * @param dropped questions whose answers no longer fit and were taken out
 * @param files names of files that are no longer asked for and were taken out
 * @param missing what has to be answered or added now and had not to be before
 */
public record DraftChange(int from, int to, Instant at, List<Difference> changes, List<LocalizedText> dropped, List<String> files, List<LocalizedText> missing) {

	public DraftChange {
		changes = List.copyOf(changes);
		dropped = List.copyOf(dropped);
		files = List.copyOf(files);
		missing = List.copyOf(missing);
	}

	/** @param kind name of the area of the service, as the catalogue words it */
	public record Difference(String kind, LocalizedText what, @Nullable LocalizedText before, @Nullable LocalizedText after) {
	}

	/** Whether there is anything an applicant should look at. */
	public boolean notable() {
		return !changes.isEmpty() || !dropped.isEmpty() || !files.isEmpty() || !missing.isEmpty();
	}

}
