package vn.motcua.portal.apply;

import vn.motcua.kernel.LocalizedText;

/**
 * One task of an application: a page of the form, a paper, or checking and sending.
 *
 * @param href where it is done
 */
public record Task(LocalizedText title, String href, State state) {

	/** Words under {@code portal.task.<name>}. */
	public enum State {
		TODO, STARTED, DONE, OPTIONAL
	}

	public boolean open() {
		return state == State.TODO || state == State.STARTED;
	}

}
