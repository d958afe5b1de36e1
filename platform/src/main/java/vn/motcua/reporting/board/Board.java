package vn.motcua.reporting.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;

/**
 * Questions that somebody keeps.
 *
 * @param agency for which its owner acted when it was made
 * @param version of the board; two who change it notice each other
 */
public record Board(long number, String name, UUID owner, String ownerName, AgencyId agency, Sharing sharing, List<BoardPicture> pictures, int version, Instant changedAt) {

	public Board {
		pictures = List.copyOf(pictures);
	}

	/** Whoever may not read figures sees no board, not even their own of earlier days. */
	public boolean visibleTo(Actor actor) {
		return actor.may(Permission.REPORT_VIEW) && switch (sharing) {
			case OWN -> ownedBy(actor);
			case AGENCY -> ownedBy(actor) || agency.equals(actor.agency());
			case EVERYBODY -> true;
		};
	}

	public boolean ownedBy(Actor actor) {
		return owner.equals(actor.account());
	}

	public String href() {
		return "/bao-cao/bang/" + number;
	}

}
