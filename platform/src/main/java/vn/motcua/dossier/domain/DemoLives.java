package vn.motcua.dossier.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.calendar.TimeLimit;

/** What happens to a dossier of the demonstration after it was submitted, as far as today: most are on time, some are not. */
@Component
class DemoLives {

	private static final LocalizedText APPRAISAL = new LocalizedText("Thẩm định hồ sơ", "Appraisal");

	static final UUID NOT_DRAWN = new UUID(0, 0);

	private final StepRecorder recorder;

	private final ProcessingDeadline deadline;

	DemoLives(StepRecorder recorder, ProcessingDeadline deadline) {
		this.recorder = recorder;
		this.deadline = deadline;
	}

	/** @param events in order, from the submission */
	record Life(DossierState state, List<DossierEvent> events) {
	}

	/** The file of a result is {@link #NOT_DRAWN}: all are drawn side by side afterwards. */
	Life live(DossierEvent submitted, Actor officer, Actor leader, Instant now, Random random) {
		Walk walk = new Walk(submitted, officer, leader, now);
		int fate = random.nextInt(100);
		Instant received = working(submitted.at(), 1 + random.nextInt(6));
		if (fate < 4) {
			walk.step(new DossierStep.Refuse("Hồ sơ không thuộc thẩm quyền giải quyết"), received);
		}
		else if (fate < 7) {
			walk.step(new DossierStep.Withdraw("Người nộp đề nghị rút tại quầy"), received);
		}
		else if (walk.step(new DossierStep.Accept(null), received) && walk.step(new DossierStep.Process(APPRAISAL), working(received, 1))) {
			finish(walk, fate, random);
		}
		return new Life(walk.state, walk.events);
	}

	private void finish(Walk walk, int fate, Random random) {
		Instant due = walk.state.moments().dueAt();
		Instant worked = walk.events.getLast().at();
		Instant early = fate < 88 ? early(walk.state.moments().acceptedAt(), due, random) : working(due, 4 + random.nextInt(60));
		Instant done = early.isBefore(worked) ? worked : early;
		if (fate >= 96 && due.isBefore(walk.now)) {
			return;
		}
		if (fate < 10) {
			walk.step(new DossierStep.Stop("Không đủ điều kiện giải quyết theo quy định"), done);
		}
		else if (working(done, 2).isBefore(walk.now)) {
			String number = (100 + random.nextInt(900)) + "/KQ";
			walk.step(new DossierStep.Complete(NOT_DRAWN, number, fate < 85, fate < 85 ? null : "Không đủ điều kiện theo quy định"), done);
			walk.step(new DossierStep.Return("desk"), working(done, 2));
		}
	}

	private static Instant early(Instant from, Instant due, Random random) {
		return from.plusSeconds((long) (due.minusSeconds(from.getEpochSecond()).getEpochSecond() * (0.4 + 0.5 * random.nextDouble())));
	}

	private Instant working(Instant from, int hours) {
		return deadline.due(from, new TimeLimit(hours, TimeLimit.Unit.WORKING_HOUR));
	}

	static Actor officer(UUID account, String name, vn.motcua.kernel.AgencyId agency) {
		return new Actor(Actor.Kind.OFFICER, account, name, null, agency, Set.of(Permission.DOSSIER_VIEW, Permission.DOSSIER_RECEIVE, Permission.DOSSIER_PROCESS,
				Permission.DOSSIER_SIGN));
	}

	/** A dossier on its way through time; what would happen later than now does not. */
	private final class Walk {

		private final Actor officer;

		private final Actor leader;

		private final Instant now;

		private final List<DossierEvent> events = new ArrayList<>();

		private DossierState state;

		private Walk(DossierEvent submitted, Actor officer, Actor leader, Instant now) {
			this.officer = officer;
			this.leader = leader;
			this.now = now;
			this.state = Fold.fold(null, submitted);
			events.add(submitted);
		}

		private boolean step(DossierStep step, Instant at) {
			if (!at.isBefore(now) || !DossierLifecycle.allowed(state.status(), DossierLifecycle.type(step)) || state.status() == DossierStatus.RETURNED) {
				return false;
			}
			DossierEvent event = recorder.event(state, step, step instanceof DossierStep.Complete ? leader : officer, at.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
			state = Fold.fold(state, event);
			return events.add(event);
		}

	}

}
