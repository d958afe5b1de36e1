package vn.motcua.agent;

/** The agent's file cannot be followed; the message names the place and what to write there. */
final class SettingsProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	SettingsProblem(String place, String what) {
		super(place.isEmpty() ? what : place + ": " + what);
	}

}
