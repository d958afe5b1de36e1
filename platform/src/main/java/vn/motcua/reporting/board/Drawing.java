package vn.motcua.reporting.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.analysis.AnalysisView;
import vn.motcua.reporting.analysis.Analyst;
import vn.motcua.reporting.analysis.Answer;
import vn.motcua.reporting.analysis.Parameters;
import vn.motcua.reporting.analysis.Question;
import vn.motcua.reporting.analysis.QuestionReader;

/** Questions of boards and letters: reads them when they are kept, answers them when they are looked at. */
@Component
public class Drawing {

	private final QuestionReader questions;

	private final Analyst analyst;

	Drawing(QuestionReader questions, Analyst analyst) {
		this.questions = questions;
		this.analyst = analyst;
	}

	/**
	 * The question of an address as it is kept.
	 *
	 * @throws ProblemException when it cannot be read, or its answer is too large for a board
	 */
	public String kept(Map<String, String[]> parameters) {
		Question question = questions.read(parameters);
		analyst.answer(question, Boards.MOST_FIGURES);
		return bounded(AnalysisView.kept(question, parameters));
	}

	/** As {@link #kept(Map)} of one that was written. */
	public String kept(String question) {
		return kept(Parameters.of(bounded(question)));
	}

	/** What each question asks for. */
	Map<String, List<Indicator>> indicators(List<String> asked) {
		return asked.stream().distinct().collect(Collectors.toMap(question -> question, questions::indicators));
	}

	/** Pictures of a changed board: questions that do not stand on it are looked at as new ones are, the others are left as they are. */
	List<BoardPicture> kept(Board board, List<BoardPicture> pictures) {
		List<String> standing = board.pictures().stream().map(BoardPicture::question).toList();
		return pictures.stream().map(picture -> standing.contains(picture.question()) ? picture : new BoardPicture(picture.title(), picture.picture(), kept(picture.question()))).toList();
	}

	private static String bounded(String question) {
		if (question.length() > Boards.LONGEST_QUESTION) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/cau-hoi", "reporting.board.question-long", "max", Boards.LONGEST_QUESTION)));
		}
		return question;
	}

	/**
	 * Pictures with the figures of the moment.
	 *
	 * @param board number of the board on which they can be replaced, empty where they cannot
	 */
	public List<DrawnPicture> drawn(List<BoardPicture> pictures, String board) {
		List<DrawnPicture> drawn = new ArrayList<>();
		for (BoardPicture picture : pictures) {
			int place = drawn.size() + 1;
			drawn.add(drawn(place, picture, board.isEmpty() ? "" : board + "." + place));
		}
		return drawn;
	}

	/** Why a picture cannot be drawn stands in its place: an indicator or a unit that is no more, or more figures than there were. */
	private DrawnPicture drawn(int place, BoardPicture picture, String address) {
		try {
			Answer answer = analyst.answer(questions.read(picture.question()), Boards.MOST_FIGURES);
			return new DrawnPicture(place, picture, AnalysisView.onBoard(answer, picture.picture(), picture.question(), address), List.of());
		}
		catch (ProblemException refused) {
			return new DrawnPicture(place, picture, null, refused.fields());
		}
	}

}
