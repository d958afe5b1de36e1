package vn.motcua.reporting.work;

import java.time.LocalDate;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.reporting.AnsweredFor;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.SheetKey;

/** What the agency of an actor is to a report: its own, the one it goes to, the regime's, each by {@link AnsweredFor}. */
@Component
class Reach {

	private final Agencies agencies;

	private final Regimes regimes;

	private final AnsweredFor answered;

	Reach(Agencies agencies, @org.springframework.context.annotation.Lazy Regimes regimes, AnsweredFor answered) {
		this.agencies = agencies;
		this.regimes = regimes;
		this.answered = answered;
	}

	boolean is(Who who, ObligationRow row, Actor actor) {
		return actor.kind() == Actor.Kind.PLATFORM || actor.may(who.permission()) && switch (who.relation()) {
			case OWN -> answered.actsFor(actor, row.key().agency());
			case RECEIVER -> answered.actsFor(actor, receiver(row));
			case OWNER -> answered.actsFor(actor, owner(row));
		};
	}

	/** Whether this actor may look at a report with its steps: the agency itself, those it goes to on the way up, the owner. */
	boolean sees(ObligationRow row, Actor actor) {
		return sees(row.key(), actor) || answered.reads(actor, receiver(row));
	}

	/** The same for what can be told without the report: all but those it goes to outside the tree. */
	boolean sees(SheetKey key, Actor actor) {
		return actor.kind() == Actor.Kind.PLATFORM || answered.reads(actor, key.agency()) || answered.reads(actor, regimes.get(key.regime()).owner()) || above(key, actor);
	}

	/** Own figures; systems also deliver for agencies under theirs, and for everybody under regimes of their agency. */
	boolean fills(SheetKey key, Actor actor) {
		return actor.kind() == Actor.Kind.PLATFORM || answered.actsFor(actor, key.agency())
				|| actor.kind() == Actor.Kind.AGENCY_SYSTEM && (answered.actsFor(actor, regimes.get(key.regime()).owner()) || above(key, actor));
	}

	/** Figures in place of the agency that owes them: clerks of those it stands under or sends to, and of the owner. */
	boolean standsIn(ObligationRow row, Actor actor) {
		return actor.may(Permission.REPORT_FILL) && (answered.actsFor(actor, receiver(row)) || answered.actsFor(actor, owner(row)) || above(row.key(), actor));
	}

	AgencyId receiver(ObligationRow row) {
		return row.receiver() == Subjects.OWNER ? owner(row) : new AgencyId(row.receiver());
	}

	AgencyId owner(ObligationRow row) {
		return regimes.get(row.key().regime()).owner();
	}

	private boolean above(SheetKey key, Actor actor) {
		return actor.agency() != null && agencies.withAncestors(key.agency(), day(key)).stream().anyMatch(unit -> answered.actsFor(actor, unit.id()));
	}

	/** The last day of the data: by its tree reports are made out and summed. */
	private LocalDate day(SheetKey key) {
		return regimes.periods(key.regime(), key.period(), key.period()).stream().findFirst().map(opening -> opening.period().to()).orElse(key.period());
	}

}
