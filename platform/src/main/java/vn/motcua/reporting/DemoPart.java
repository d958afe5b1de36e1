package vn.motcua.reporting;

/** A part of the demonstration, made once after the start and in its background; a start after a kill goes on where the one before was. In the order of the beans. */
public interface DemoPart {

	void make();

}
