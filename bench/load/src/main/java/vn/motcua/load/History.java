package vn.motcua.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import vn.motcua.sdk.Applicant;
import vn.motcua.sdk.Status;
import vn.motcua.sdk.SyncLine;

/** What happened to one dossier of an agency's own system, made up by a seed. */
public record History(String code, List<SyncLine> lines) {

	private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final Status[][] COURSES = {
			{ Status.SUBMITTED, Status.ACCEPTED, Status.PROCESSING, Status.COMPLETED, Status.RETURNED },
			{ Status.SUBMITTED, Status.ACCEPTED, Status.PROCESSING, Status.SUPPLEMENT_REQUESTED, Status.PROCESSING, Status.COMPLETED },
			{ Status.SUBMITTED, Status.REFUSED },
			{ Status.ACCEPTED, Status.PAYMENT_REQUESTED, Status.PROCESSING, Status.STOPPED },
			{ Status.SUBMITTED, Status.ACCEPTED, Status.WITHDRAWN } };

	/** @param number of the day, 1 to 9,999,999 */
	public static History of(String agency, LocalDate day, int number, Random random) {
		String code = String.format(Locale.ROOT, "%s-%02d%02d%02d-%04d", agency, day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth(), number);
		Status[] course = COURSES[random.nextInt(COURSES.length)];
		Instant at = day.atTime(8, random.nextInt(60), random.nextInt(60)).atZone(ZONE).toInstant();
		Applicant applicant = Applicant.of("Nguyễn Văn " + (number % 1000), "0010900" + String.format(Locale.ROOT, "%05d", number % 100_000));
		List<SyncLine> lines = new ArrayList<>();
		for (int i = 0; i < course.length; i++) {
			String note = i % 2 == 1 ? "Bước " + i + " của hồ sơ" : null;
			SyncLine line = SyncLine.of(agency, code, "1.001193", i + 1, course[i], at).withApplicant(applicant).withWords(note, i == 0 ? null : "Trần Thị Hoa");
			lines.add(i == 1 ? line.withMoments(null, at.plus(3, ChronoUnit.DAYS)) : line);
			at = at.plus(10 + random.nextInt(300), ChronoUnit.MINUTES).plusMillis(random.nextInt(1000));
		}
		return new History(code, List.copyOf(lines));
	}

	/** What the dossier is, whatever the order in which its lines came. */
	public Status status() {
		return lines.stream().max(Comparator.comparing(SyncLine::at).thenComparing(SyncLine::seq)).orElseThrow().status();
	}

}
