package vn.motcua.reporting.subscription;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import vn.motcua.agency.WorkingCalendars;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.board.Board;
import vn.motcua.reporting.board.Boards;

/** Beginning and ending subscriptions. */
@Service
class Subscriptions {

	static final int MOST = 50;

	static final int LONGEST_NAME = 160;

	private static final int TOKEN_BYTES = 24;

	private static final String TOKEN = "[A-Za-z0-9_-]{32}";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final SubscriptionStore store;

	private final WorkingCalendars calendars;

	private final Clock clock;

	Subscriptions(SubscriptionStore store, WorkingCalendars calendars, Clock clock) {
		this.store = store;
		this.calendars = calendars;
		this.clock = clock;
	}

	/** The first letter comes at once. Who gets the board already gets it in the new rhythm from now on. */
	void subscribe(Board board, Rhythm rhythm, Actor actor) {
		begin(board.number(), null, null, rhythm, actor);
	}

	/** @param question as it is kept */
	void subscribe(String name, String question, Rhythm rhythm, Actor actor) {
		String stripped = Boards.line(name);
		if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
			throw refused("/ten", stripped.isEmpty() ? "reporting.board.name" : "reporting.board.long", LONGEST_NAME);
		}
		begin(null, stripped, question, rhythm, actor);
	}

	List<Subscription> of(Actor actor) {
		return store.of(actor.account(), MOST);
	}

	Optional<Subscription> ofBoard(long board, Actor actor) {
		return of(actor).stream().filter(each -> each.board() != null && each.board() == board).findFirst();
	}

	/** @throws ProblemException when it is not there, or somebody else's */
	void end(long number, Actor actor) {
		if (!store.end(number, actor.account())) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
	}

	/** What the link of a letter is about; empty when it was ended. */
	Optional<Subscription> find(String token) {
		return token.matches(TOKEN) ? store.find(token) : Optional.empty();
	}

	/** One that was ended before stays ended. */
	void end(String token) {
		if (token.matches(TOKEN)) {
			store.end(token);
		}
	}

	private void begin(@Nullable Long board, @Nullable String name, @Nullable String question, Rhythm rhythm, Actor actor) {
		if (actor.agency() == null) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		Instant now = clock.instant();
		Subscription fresh = new Subscription(0, actor.account(), actor.agency(), board, name, question, rhythm, token(), now, null);
		Subscription changed = new Subscription(0, actor.account(), actor.agency(), board, name, question, rhythm, "", rhythm.after(now, calendars.national()), null);
		if (!store.change(changed) && !store.insert(fresh, now, MOST)) {
			throw refused("/nhip", "reporting.subscription.too-many", MOST);
		}
	}

	private static String token() {
		byte[] random = new byte[TOKEN_BYTES];
		RANDOM.nextBytes(random);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
	}

	private static ProblemException refused(String pointer, String code, int max) {
		return new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, code, "max", max)));
	}

}
