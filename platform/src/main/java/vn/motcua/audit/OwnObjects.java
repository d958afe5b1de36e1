package vn.motcua.audit;

import java.util.List;
import java.util.Optional;

import vn.motcua.kernel.Actor;

/**
 * What of the record about a personal number the account that bears it may see. Anybody can register online with any number;
 * codes and names of officers in the rows are somebody's data until it has been checked. The room that knows answers.
 */
public interface OwnObjects {

	/** Nothing when somebody has checked the number: then all rows. Else the objects that the account made itself, newest first. */
	Optional<List<String>> only(Actor person);

}
