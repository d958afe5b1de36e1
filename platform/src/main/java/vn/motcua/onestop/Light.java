package vn.motcua.onestop;

/** Traffic light of a step: a word first, a colour with it. */
public enum Light {

	ON_TIME("on-time"), SOON("soon"), OVERDUE("overdue"), PAUSED("paused");

	private final String style;

	Light(String style) {
		this.style = style;
	}

	/** Ending of the style class. */
	public String style() {
		return style;
	}

	/** Message key of its word. */
	public String label() {
		return "onestop.light." + style;
	}

}
