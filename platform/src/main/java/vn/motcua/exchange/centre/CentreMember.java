package vn.motcua.exchange.centre;

import java.util.Optional;

/** Whether and how this installation takes part in the centre's. */
@FunctionalInterface
public interface CentreMember {

	/** @return empty where no centre is named */
	Optional<CentreStanding> standing();

}
