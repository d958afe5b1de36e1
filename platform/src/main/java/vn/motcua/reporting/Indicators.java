package vn.motcua.reporting;

import java.util.List;
import java.util.Optional;

/** Indicators that figures are reported of. Answered from memory. */
public interface Indicators {

	Optional<Indicator> find(IndicatorCode code);

	/** In the order of their codes, at most 5,000. */
	List<Indicator> all();

}
