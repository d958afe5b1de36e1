package vn.motcua.portal.apply;

import java.util.List;

import vn.motcua.form.AnsweredPage;
import vn.motcua.kernel.LocalizedText;

/**
 * Checking the answers before they are sent.
 *
 * @param missing what keeps it from being sent, each with the page to go to
 * @param undeclared the declaration was not ticked
 */
public record ReviewPage(Application application, List<AnsweredPage> answers, List<Missing> missing, boolean undeclared) {

	public record Missing(LocalizedText task, String href) {
	}

	public boolean failed() {
		return undeclared || !missing.isEmpty();
	}

}
