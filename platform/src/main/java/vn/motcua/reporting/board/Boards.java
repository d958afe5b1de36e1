package vn.motcua.reporting.board;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** What can be done with boards, and who may. Somebody's board that is not shared with an actor is not there for them. */
@Service
public class Boards {

	static final int MOST_BOARDS = 100;

	static final int MOST_PICTURES = 12;

	static final int LONGEST_NAME = 120;

	static final int LONGEST_TITLE = 160;

	/** Of a question, as it is written. */
	public static final int LONGEST_QUESTION = 2_000;

	/** Figures in the answer to one question of a board or a letter: a page of twelve is drawn at once. */
	public static final int MOST_FIGURES = 20_000;

	private final BoardStore store;

	private final Clock clock;

	Boards(BoardStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	/** Empty when there is none that the actor may see. */
	public Optional<Board> find(long number, Actor actor) {
		return store.find(number).filter(board -> board.visibleTo(actor));
	}

	public Board get(long number, Actor actor) {
		return find(number, actor).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	/** One that the actor may change. */
	Board own(long number, Actor actor) {
		Board board = get(number, actor);
		if (!board.ownedBy(actor)) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		return board;
	}

	/** The newest first. */
	List<Board> mine(Actor actor) {
		return store.of(actor.account(), MOST_BOARDS);
	}

	/** Those of others, the newest first. */
	Slice<Board> shared(Actor actor, Limit limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 1);
		long before = place == null ? Long.MAX_VALUE : place.key(0, Long::valueOf);
		return Slice.of(store.shared(actor.account(), agency(actor), before, limit.value() + 1), limit.value(), board -> Cursor.of(board.number()));
	}

	public long create(String name, Sharing sharing, List<BoardPicture> pictures, Actor actor) {
		Board board = new Board(0, checked(name, pictures), actor.account(), actor.name(), agency(actor), sharing, pictures, 1, clock.instant());
		return store.insert(board, MOST_BOARDS).orElseThrow(() -> refused("/bang", "reporting.board.too-many", MOST_BOARDS));
	}

	/** @param version that the change was made on */
	void change(Board board, int version, String name, Sharing sharing, List<BoardPicture> pictures) {
		Board changed = new Board(board.number(), checked(name, pictures), board.owner(), board.ownerName(), board.agency(), sharing, pictures, version, clock.instant());
		if (!store.update(changed)) {
			throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
		}
	}

	/** @param place of a picture that it takes the place of, from 1; 0 to stand after the others */
	void put(long number, int place, BoardPicture picture, Actor actor) {
		Board board = own(number, actor);
		List<BoardPicture> pictures = new ArrayList<>(board.pictures());
		if (place > pictures.size()) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		if (place > 0) {
			pictures.set(place - 1, picture);
		}
		else {
			pictures.add(picture);
		}
		change(board, board.version(), board.name(), board.sharing(), pictures);
	}

	/** Somebody's board as the actor's own, seen by nobody else. */
	long duplicate(long number, String name, Actor actor) {
		String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
		return create(cut, Sharing.OWN, get(number, actor).pictures(), actor);
	}

	/** Who gets letters of it is told that they end when the next would be due. */
	void delete(long number, Actor actor) {
		store.delete(own(number, actor).number(), actor.account());
	}

	/** Words on one line: they become the subject of a letter. */
	public static String line(String words) {
		return words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
	}

	private static String checked(String name, List<BoardPicture> pictures) {
		String stripped = line(name);
		if (stripped.isEmpty()) {
			throw refused("/ten", "reporting.board.name", LONGEST_NAME);
		}
		if (stripped.length() > LONGEST_NAME) {
			throw refused("/ten", "reporting.board.long", LONGEST_NAME);
		}
		if (pictures.size() > MOST_PICTURES) {
			throw refused("/bang", "reporting.board.pictures", MOST_PICTURES);
		}
		if (pictures.stream().anyMatch(picture -> picture.title().length() > LONGEST_TITLE)) {
			throw refused("/tieu-de", "reporting.board.long", LONGEST_TITLE);
		}
		if (pictures.stream().anyMatch(picture -> picture.question().length() > LONGEST_QUESTION)) {
			throw refused("/cau-hoi", "reporting.board.question-long", LONGEST_QUESTION);
		}
		return stripped;
	}

	private static AgencyId agency(Actor actor) {
		if (actor.agency() == null) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		return actor.agency();
	}

	private static ProblemException refused(String pointer, String code, int max) {
		return new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, code, "max", max)));
	}

}
