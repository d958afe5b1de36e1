package vn.motcua.site.component;

/** One step of a stepper. */
public record Step(String label, State state) {

	public enum State {
		DONE, CURRENT, AHEAD
	}

}
