package vn.motcua.reporting;

/** A part of the demonstration, made after the start and in its background; a start after a kill goes on where the one before was. In the order of the beans. */
public interface DemoPart {

	/** What it is noted under when it is whole; short and never changed. */
	String name();

	/** Whether what is whole is left alone; otherwise the part looks at every start for what is missing. */
	default boolean once() {
		return true;
	}

	/** @return periods that were made now */
	int make();

}
