package vn.motcua.exchange;

import java.util.List;
import java.util.Optional;

import vn.motcua.kernel.AgencyId;

/** Questions and answers that agencies publish (<i>hỏi đáp</i>), for everybody who connects. */
public interface SentQuestions {

	/** Of all agencies, newest first. */
	List<SentRecord> published(int limit);

	Optional<SentRecord> find(long number);

	/** By the agency's own number. */
	Optional<SentRecord> find(AgencyId agency, String id);

}
