package vn.motcua.sandbox.year;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import vn.motcua.sdk.Channel;
import vn.motcua.sdk.Status;

/**
 * A dossier of the desk with everything that ever happens to it, in the order of time.
 *
 * @param agency exchange code of the agency
 * @param day the day in its code
 * @param number its number of that day
 * @param procedure what it asks for
 * @param applicant whose it is
 * @param channel how it came
 * @param digitised whether its papers were digitised
 * @param steps what happens to it
 * @param mistake what an officer typed wrongly, {@code null} for nothing
 */
public record VendorDossier(String agency, LocalDate day, int number, Procedure procedure, Person applicant, Channel channel, boolean digitised, List<Step> steps,
		@Nullable Mistake mistake) {

	/** Steps in the order of time; those of one moment stay as they were. */
	public VendorDossier {
		steps = steps.stream().sorted(Comparator.comparing(Step::at)).toList();
	}

	/** Agency, day and number. */
	public String code() {
		return String.format(Locale.ROOT, "%s-%02d%02d%02d-%04d", agency, day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth(), number);
	}

	/** When it was handed in. */
	public Instant receivedAt() {
		return steps.getFirst().at();
	}

	/** The step that first made it what is asked. */
	@Nullable Step first(Status status) {
		return steps.stream().filter(step -> step.status() == status).findFirst().orElse(null);
	}

	VendorDossier numbered(int other) {
		return new VendorDossier(agency, day, other, procedure, applicant, channel, digitised, steps, mistake);
	}

	VendorDossier of(Person other) {
		return new VendorDossier(agency, day, number, procedure, other, channel, digitised, steps, mistake);
	}

	VendorDossier allDigitised() {
		return new VendorDossier(agency, day, number, procedure, applicant, channel, true, steps, mistake);
	}

	VendorDossier with(List<Step> others) {
		return others.isEmpty() ? this : new VendorDossier(agency, day, number, procedure, applicant, channel, digitised, others, mistake);
	}

	VendorDossier each(UnaryOperator<Step> change) {
		return with(steps.stream().map(change).toList());
	}

	VendorDossier mistaken(Mistake what) {
		List<Step> all = new ArrayList<>(steps);
		if (what == Mistake.IMPOSSIBLE_MOVE) {
			Step last = all.getLast();
			Instant after = last.at().plus(Duration.ofHours(1));
			all.add(new Step(Status.PROCESSING, after, last.enteredAt().isAfter(after) ? last.enteredAt() : after, null, null, last.officer(), 0, true));
		}
		return new VendorDossier(agency, day, number, procedure, applicant, channel, digitised, all, what);
	}

}
