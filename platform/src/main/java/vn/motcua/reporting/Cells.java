package vn.motcua.reporting;

import java.util.List;
import java.util.Optional;

/** Which cells the sheets of a regime have. Answered from memory. */
public interface Cells {

	/** By position. */
	List<Cell> of(int regime);

	Optional<Cell> find(int regime, IndicatorCode indicator, Breakdown breakdown);

}
