package vn.motcua.reporting.work;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.SheetKey;
import vn.motcua.site.Page;

/** What the agency of an actor is to a report: its own, the one it goes to, the regime's. Successors of today answer for what a unit was. */
@Component
class Reach {

	private final Agencies agencies;

	private final Regimes regimes;

	private final Clock clock;

	Reach(Agencies agencies, @org.springframework.context.annotation.Lazy Regimes regimes, Clock clock) {
		this.agencies = agencies;
		this.regimes = regimes;
		this.clock = clock;
	}

	boolean is(Who who, ObligationRow row, Actor actor) {
		return actor.kind() == Actor.Kind.PLATFORM || actor.may(who.permission()) && switch (who.relation()) {
			case OWN -> actsFor(actor, row.key().agency());
			case RECEIVER -> actsFor(actor, receiver(row));
			case OWNER -> actsFor(actor, owner(row));
		};
	}

	/** Whether this actor may look at a report with its steps: the agency itself, those it goes to on the way up, the owner. */
	boolean sees(ObligationRow row, Actor actor) {
		return sees(row.key(), actor) || actsFor(actor, receiver(row));
	}

	/** The same for what can be told without the report: all but those it goes to outside the tree. */
	boolean sees(SheetKey key, Actor actor) {
		return actor.kind() == Actor.Kind.PLATFORM || actsFor(actor, key.agency()) || actsFor(actor, regimes.get(key.regime()).owner()) || above(key, actor);
	}

	/** Own figures; systems also deliver for agencies under theirs, and for everybody under regimes of their agency. */
	boolean fills(SheetKey key, Actor actor) {
		return actor.kind() == Actor.Kind.PLATFORM || actsFor(actor, key.agency())
				|| actor.kind() == Actor.Kind.AGENCY_SYSTEM && (actsFor(actor, regimes.get(key.regime()).owner()) || above(key, actor));
	}

	/** Figures in place of the agency that owes them: clerks of those it stands under or sends to, and of the owner. */
	boolean standsIn(ObligationRow row, Actor actor) {
		return actor.may(Permission.REPORT_FILL) && (actsFor(actor, receiver(row)) || actsFor(actor, owner(row)) || above(row.key(), actor));
	}

	AgencyId receiver(ObligationRow row) {
		return row.receiver() == Subjects.OWNER ? owner(row) : new AgencyId(row.receiver());
	}

	AgencyId owner(ObligationRow row) {
		return regimes.get(row.key().regime()).owner();
	}

	boolean actsFor(Actor actor, AgencyId agency) {
		return actor.agency() != null && (actor.agency().equals(agency)
				|| agencies.answering(agency, today()).stream().anyMatch(unit -> unit.id().equals(actor.agency())));
	}

	private boolean above(SheetKey key, Actor actor) {
		return actor.agency() != null && agencies.withAncestors(key.agency(), day(key)).stream().anyMatch(unit -> unit.id().equals(actor.agency()));
	}

	/** The last day of the data: by its tree reports are made out and summed. */
	private LocalDate day(SheetKey key) {
		return regimes.periods(key.regime(), key.period(), key.period()).stream().findFirst().map(opening -> opening.period().to()).orElse(key.period());
	}

	private LocalDate today() {
		return LocalDate.ofInstant(clock.instant(), Page.ZONE);
	}

}
