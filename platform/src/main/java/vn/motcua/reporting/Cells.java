package vn.motcua.reporting;

import java.util.List;
import java.util.Optional;

/** Which cells the sheets of a regime have. Answered from memory. */
public interface Cells {

	/** By position. */
	List<Cell> of(int regime);

	Optional<Cell> find(int regime, IndicatorCode indicator, Breakdown breakdown);

	/** Gives a place to each of these that has none; those that are there keep theirs. Joins the caller's transaction. */
	void register(int regime, List<CellSpec> cells);

}
