package vn.motcua.reporting.regime;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.AnsweredFor;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.reporting.Template;
import vn.motcua.site.Page;

/**
 * Drafts of regimes, changed part by part by officers of the agency that issues them. Two may work at one draft: who changes a part that somebody changed since it was looked at is told
 * who and what, and nothing is written over.
 */
@Service
class Drafts {

	private final RegimeStore store;

	private final DraftStore changes;

	private final AnsweredFor answered;

	private final Clock clock;

	Drafts(RegimeStore store, DraftStore changes, AnsweredFor answered, Clock clock) {
		this.store = store;
		this.changes = changes;
		this.answered = answered;
		this.clock = clock;
	}

	/** A draft with what the list of regimes knows of it. */
	record Drafted(RegimeCode code, RegimeVersion version) {

		String href() {
			return "/bao-cao/che-do/" + code + "/phien-ban/" + version.number();
		}

		PeriodType type() {
			return version.content().rule().type();
		}

	}

	@Transactional
	void create(RegimeCode code, PeriodType type, RegimeContent content, Actor actor) {
		if (actor.agency() == null || !answered.actsFor(actor, actor.agency())) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		int number = store.add(code, actor.agency(), type, "own")
			.orElseThrow(() -> new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/ma", "reporting.design.code-taken"))));
		store.put(new RegimeVersion(number, 1, RegimeVersion.State.DRAFT, today(), null, content, Template.EMPTY, 0, clock.instant(), ""), actor);
	}

	/** Only the agency whose regime it is sees a draft; who answers for it since it was merged goes on with it. */
	Drafted get(String code, int number, Actor actor) {
		Drafted drafted = version(code, number, actor);
		if (drafted.version().state() != RegimeVersion.State.DRAFT) {
			throw unknown(code);
		}
		return drafted;
	}

	/** Number of a new draft after the newest version; of the draft that there is already when there is one. */
	@Transactional
	int after(String code, Actor actor) {
		int regime = number(code);
		RegimeVersion newest = store.versions(regime).getLast();
		Drafted checked = version(code, newest.number(), actor);
		if (newest.state() == RegimeVersion.State.DRAFT) {
			return newest.number();
		}
		store.put(new RegimeVersion(regime, newest.number() + 1, RegimeVersion.State.DRAFT, today(), null, checked.version().content(), newest.template(), 0, clock.instant(), ""), actor);
		return newest.number() + 1;
	}

	/**
	 * Changes one part of a draft as it stands now; what others changed in other parts meanwhile stays.
	 *
	 * @param seen edition of the draft that the officer looked at
	 * @param part as {@link DraftChange} names it
	 * @return what was changed in this part since then, newest first; when there is any, nothing was written
	 */
	@Transactional
	List<DraftChange> edit(Drafted draft, int seen, String part, UnaryOperator<RegimeVersion> edit, Actor actor) {
		changes.lock(draft.version());
		List<DraftChange> meanwhile = changes.since(draft.version(), seen).stream().filter(change -> change.touches(part)).toList();
		if (meanwhile.isEmpty()) {
			RegimeVersion before = get(draft.code().value(), draft.version().number(), actor).version();
			RegimeVersion after = edit.apply(before);
			if (!store.put(after.at(clock.instant()), actor)) {
				throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
			}
			changes.add(before, part, RegimeForms.differing(before.content(), after.content()), actor, clock.instant());
		}
		return meanwhile;
	}

	/** All changes since an edition, newest first, at most 50. */
	List<DraftChange> changes(Drafted draft, int since) {
		return changes.since(draft.version(), since);
	}

	/** The version in force that a draft comes after. */
	Optional<RegimeVersion> before(RegimeVersion draft) {
		return store.versions(draft.regime()).stream().filter(version -> version.number() < draft.number() && version.state() == RegimeVersion.State.PUBLISHED)
			.reduce((_, later) -> later);
	}

	/** All versions of its regime that were published. */
	List<RegimeVersion> published(Drafted draft) {
		return store.versions(draft.version().regime()).stream().filter(version -> version.state() != RegimeVersion.State.DRAFT).toList();
	}

	private Drafted version(String typed, int number, Actor actor) {
		int regime = number(typed);
		RegimeStore.Row row = store.regimes().stream().filter(one -> one.number() == regime).findFirst().orElseThrow();
		if (!answered.actsFor(actor, row.owner())) {
			throw unknown(typed);
		}
		return store.version(regime, number).map(version -> new Drafted(row.code(), version)).orElseThrow(() -> unknown(typed));
	}

	private int number(String typed) {
		try {
			return store.number(new RegimeCode(typed)).orElseThrow(() -> unknown(typed));
		}
		catch (IllegalArgumentException malformed) {
			throw unknown(typed);
		}
	}

	private static ProblemException unknown(String typed) {
		return new ProblemException(ReportingProblem.NO_SUCH_REGIME, "regime", typed.substring(0, Math.min(typed.length(), 60)));
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
