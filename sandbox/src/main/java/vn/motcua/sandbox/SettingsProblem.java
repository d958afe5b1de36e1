package vn.motcua.sandbox;

/** What is wrong with a setting, for who wrote it. */
final class SettingsProblem extends RuntimeException {

	private static final long serialVersionUID = 1L;

	SettingsProblem(String name, String what) {
		super("--" + name + ": " + what);
	}

}
