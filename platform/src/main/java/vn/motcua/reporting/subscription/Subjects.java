package vn.motcua.reporting.subscription;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.reporting.analysis.Picture;
import vn.motcua.reporting.board.BoardPicture;
import vn.motcua.reporting.board.Boards;

/** What a subscription is about at this moment, and whether its reader may see it. */
@Component
class Subjects {

	private final Accounts accounts;

	private final Boards boards;

	Subjects(Accounts accounts, Boards boards) {
		this.accounts = accounts;
		this.boards = boards;
	}

	/** @param path of the board or question */
	record Subject(Account reader, String name, String path, List<BoardPicture> pictures) {
	}

	/** Empty when the account is closed, its holder may not read figures any more, or the board is gone or no longer shared with them. */
	Optional<Subject> of(Subscription subscription) {
		return accounts.find(subscription.account()).flatMap(reader -> of(subscription, reader, accounts.actor(reader.id(), subscription.agency())));
	}

	private Optional<Subject> of(Subscription subscription, Account reader, Actor actor) {
		if (!actor.may(Permission.REPORT_VIEW)) {
			return Optional.empty();
		}
		if (subscription.board() != null) {
			return boards.find(subscription.board(), actor).map(board -> new Subject(reader, board.name(), board.href(), board.pictures()));
		}
		String question = Objects.requireNonNull(subscription.question());
		return Optional.of(new Subject(reader, Objects.requireNonNull(subscription.name()), "/bao-cao/phan-tich?" + question, List.of(new BoardPicture("", Picture.TABLE, question))));
	}

}
