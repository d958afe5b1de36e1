package vn.motcua.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import vn.motcua.kernel.Actor;

/** What editors see of the searches that found nothing, and the words they add, which hold on every node within two seconds. */
public interface SearchWords {

	/** Longest phrase and meaning. */
	int LONGEST_PHRASE = 80;

	int LONGEST_MEANING = 120;

	/** All added words, newest first, at most {@value #MOST}. */
	List<Added> all();

	int MOST = 5_000;

	/**
	 * Adds a way of saying something.
	 * @param meaning words that procedures use, or the code of one service
	 * @throws vn.motcua.kernel.problem.ProblemException with the fields {@code /phrase} or {@code /meaning}, or
	 * {@link CatalogueProblem#TOO_MANY_WORDS}
	 */
	void add(String phrase, String meaning, Actor editor);

	/** @throws vn.motcua.kernel.problem.ProblemException {@link CatalogueProblem#NO_SUCH_WORD} */
	void remove(long id, Actor editor);

	/** What was looked for since a day, most often first, at most 100. */
	List<Asked> asked(LocalDate since, boolean inVain);

	record Added(long id, String phrase, String meaning, Instant addedAt, String adderName) {
	}

	/** @param times how often, over all outcomes shown */
	record Asked(String query, FoundServices.Outcome outcome, long times, LocalDate last) {
	}

}
