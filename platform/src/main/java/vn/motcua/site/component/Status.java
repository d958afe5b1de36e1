package vn.motcua.site.component;

/** The six colours a state may have; a word always stands with it. */
public enum Status {

	NEW, ON_TIME, SOON, OVERDUE, PAUSED, DONE;

	/** Ending of the style class. */
	public String style() {
		return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
	}

}
