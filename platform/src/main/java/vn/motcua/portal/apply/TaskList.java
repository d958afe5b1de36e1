package vn.motcua.portal.apply;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be done before an application can be sent, in the order it is best done.
 *
 * @param papers those that are needed, or there
 * @param signatures of other people
 * @param others papers that the answers so far do not ask for
 */
public record TaskList(List<Task> questions, List<Task> papers, List<Task> others, List<Task> signatures) {

	/** The first task that is not done; empty when the application can be checked and sent. */
	public Optional<Task> next() {
		return all().filter(Task::open).findFirst();
	}

	/** The first task after an address that is not done, else the first of all. */
	public Optional<Task> nextAfter(String href) {
		List<Task> rest = all().dropWhile(task -> !task.href().equals(href)).skip(1).filter(Task::open).toList();
		return rest.isEmpty() ? next() : Optional.of(rest.getFirst());
	}

	public long done() {
		return all().filter(task -> !task.open()).count();
	}

	/** Which papers are needed is known once every question is answered. */
	public boolean answered() {
		return questions.stream().noneMatch(Task::open);
	}

	public int size() {
		return questions.size() + papers.size() + signatures.size();
	}

	private Stream<Task> all() {
		return Stream.of(questions, papers, signatures).flatMap(List::stream);
	}

}
