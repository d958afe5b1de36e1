package vn.motcua.portal.track;

import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Tracking;

/**
 * Public tracking: what was typed and what anybody with the code may know.
 *
 * @param problem message key of why there is nothing to show, {@code null} when there is or nothing was asked
 */
public record TrackPage(String typed, @Nullable Tracking found, @Nullable String problem) {

	static TrackPage empty() {
		return new TrackPage("", null, null);
	}

	static TrackPage found(Tracking tracking) {
		return new TrackPage(tracking.code().value(), tracking, null);
	}

	static TrackPage refused(String typed, String problem) {
		return new TrackPage(typed.length() > 200 ? typed.substring(0, 200) : typed, null, problem);
	}

}
