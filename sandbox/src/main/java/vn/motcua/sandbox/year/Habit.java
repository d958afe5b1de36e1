package vn.motcua.sandbox.year;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import vn.motcua.sdk.Status;

/** What agencies' systems do that makes figures false. Each has the name of the sign by which the platform finds it. */
public enum Habit {

	/** Numbers of provinces that are none. */
	NUMBER_PROVINCE,
	/** Numbers of people who are not born yet. */
	NUMBER_BIRTH,
	/** A number filled in where none is known: one figure again and again. */
	NUMBER_REPEATED,
	/** The same number for everybody. */
	NUMBER_SHARED,
	/** Numbers of dossiers made up by chance. */
	CODE_GAPS,
	/** Numbers of dossiers given long after they came, in another order. */
	CODE_ORDER,
	/** Everything finished in the same second. */
	ONE_SECOND,
	/** All results of a day at ten in the evening. */
	TOGETHER,
	/** Results without acceptance and work. */
	STEPS_SKIPPED,
	/** Statuses 5, 6 and 8 sent as 9: work goes on after the result. */
	DONE_AND_GOING_ON,
	/** Nothing is ever refused, supplemented, stopped or withdrawn. */
	NEVER_PAUSED,
	/** Entered many days after it was handed in. */
	RECEIVED_LATE,
	/** Promised for a moment before it was accepted. */
	RECEIVED_AFTER_DUE,
	/** "Digitised" always set. */
	ALWAYS_DIGITISED,
	/** The promise moved after it was broken. */
	DUE_MOVED;

	private static final int OFTEN = 60;

	private static final Set<Status> SENT_AS_DONE = EnumSet.of(Status.SUPPLEMENT_REQUESTED, Status.PAYMENT_REQUESTED, Status.STOPPED);

	private static final Set<Status> PAUSED = EnumSet.of(Status.SUPPLEMENT_REQUESTED, Status.PAYMENT_REQUESTED);

	private static final Set<Status> ENDED = EnumSet.of(Status.REFUSED, Status.WITHDRAWN, Status.STOPPED);

	/** The name of the sign. */
	public String sign() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The habit of a name. */
	public static Optional<Habit> find(String sign) {
		return Stream.of(values()).filter(habit -> habit.sign().equals(sign)).findFirst();
	}

	/** What becomes of a day's dossiers; the habits of systems concern all of them, those of officers six of ten. */
	public List<VendorDossier> bend(List<VendorDossier> day, Random random) {
		return switch (this) {
			case CODE_GAPS -> scattered(day, random);
			case CODE_ORDER -> shuffled(day, random);
			case DONE_AND_GOING_ON, NEVER_PAUSED, ALWAYS_DIGITISED -> day.stream().map(dossier -> bend(dossier, random)).toList();
			default -> day.stream().map(dossier -> random.nextInt(100) < OFTEN ? bend(dossier, random) : dossier).toList();
		};
	}

	private VendorDossier bend(VendorDossier dossier, Random random) {
		return switch (this) {
			case NUMBER_PROVINCE -> dossier.of(dossier.applicant().withNumber("099190" + six(random)));
			case NUMBER_BIRTH -> dossier.of(dossier.applicant().withNumber("001495" + six(random)));
			case NUMBER_REPEATED -> dossier.of(dossier.applicant().withNumber("001090111111"));
			case NUMBER_SHARED -> dossier.of(dossier.applicant().withNumber("001090748213"));
			case ONE_SECOND -> dossier.each(step -> step.at(dossier.steps().getLast().at()));
			case TOGETHER -> together(dossier);
			case STEPS_SKIPPED -> dossier.with(dossier.steps().stream().filter(step -> step.status() != Status.ACCEPTED && step.status() != Status.PROCESSING).toList());
			case DONE_AND_GOING_ON -> dossier.each(step -> SENT_AS_DONE.contains(step.status()) ? step.is(Status.COMPLETED) : step);
			case NEVER_PAUSED -> dossier.with(dossier.steps().stream().filter(step -> !PAUSED.contains(step.status()))
				.map(step -> ENDED.contains(step.status()) ? step.is(Status.COMPLETED) : step).toList());
			case RECEIVED_LATE -> dossier.each(step -> step.enteredAt(latest(step.enteredAt(), dossier.receivedAt().plus(Duration.ofDays(9)))));
			case RECEIVED_AFTER_DUE -> dossier.each(step -> step.status() == Status.ACCEPTED ? step.due(step.at().minus(Duration.ofHours(2))) : step);
			case ALWAYS_DIGITISED -> dossier.allDigitised();
			case DUE_MOVED -> moved(dossier);
			case CODE_GAPS, CODE_ORDER -> dossier;
		};
	}

	private static List<VendorDossier> scattered(List<VendorDossier> day, Random random) {
		Set<Integer> taken = new HashSet<>();
		return day.stream().map(dossier -> {
			int number;
			do {
				number = 1 + random.nextInt(999_999);
			}
			while (!taken.add(number));
			return dossier.numbered(number);
		}).toList();
	}

	private static List<VendorDossier> shuffled(List<VendorDossier> day, Random random) {
		List<Integer> numbers = new ArrayList<>(day.stream().map(VendorDossier::number).toList());
		Collections.shuffle(numbers, random);
		return java.util.stream.IntStream.range(0, day.size()).mapToObj(i -> day.get(i).numbered(numbers.get(i))).toList();
	}

	/** Eight days after they came; what takes longer is signed on the evening it is done. */
	private static VendorDossier together(VendorDossier dossier) {
		List<Step> steps = new ArrayList<>();
		Instant evening = null;
		for (Step step : dossier.steps()) {
			if (step.status() == Status.COMPLETED && evening == null) {
				java.time.LocalDate done = step.at().atZone(WorkingTime.ZONE).toLocalDate();
				java.time.LocalDate planned = dossier.day().plusDays(8);
				evening = (done.isAfter(planned) ? done : planned).atTime(LocalTime.of(22, 0)).atZone(WorkingTime.ZONE).toInstant();
				steps.add(step.at(evening));
			}
			else {
				steps.add(evening == null || step.at().isAfter(evening) ? step : step.at(evening.plus(Duration.ofHours(10L + steps.size()))));
			}
		}
		return dossier.with(steps);
	}

	/** Promised a day before the result came, and told so when it came. */
	private static VendorDossier moved(VendorDossier dossier) {
		Step accepted = dossier.first(Status.ACCEPTED);
		Step done = dossier.first(Status.COMPLETED);
		if (accepted == null || done == null || !done.at().minus(Duration.ofDays(1)).isAfter(accepted.at())) {
			return dossier;
		}
		return dossier.each(step -> step == accepted ? step.due(done.at().minus(Duration.ofDays(1))) : step == done ? step.due(step.at().plusSeconds(60)) : step.due(null));
	}

	private static Instant latest(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static String six(Random random) {
		return String.format(Locale.ROOT, "%06d", 100_000 + random.nextInt(800_000));
	}

}
