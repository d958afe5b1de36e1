package vn.motcua.reporting.value;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemCode;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Attempts;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.ValueSource;
import vn.motcua.reporting.value.ValueBatch.Group;
import vn.motcua.site.ArrivedBody;

/**
 * The one way of many values at once, whichever interface they came by: read to the end, found right as a whole, written in one transaction that is
 * durable before the answer. No place is held and no transaction is open while a sender sends.
 */
@Component
class BulkIntake {

	/** Requests that are worked on at one time: what bounds memory, and leaves the database room for people. */
	private static final int AT_ONCE = 3;

	/** Forms of one report hold next to nothing, and do not wait behind a country's values. */
	private static final int REPORTS_AT_ONCE = 8;

	private static final long PATIENCE_MS = 5_000;

	/** What is wrong with the agency that a line names; anything else is of the report as a whole. */
	private static final Set<ProblemCode> OF_THE_AGENCY = Set.of(ReportingProblem.OTHER_AGENCY, ReportingProblem.NOT_OWED, ReportingProblem.NO_SUCH_REPORT);

	/** A report has 2,000 cells. */
	private static final long REPORT_BYTES = 4L << 20;

	private static final int SHEETS_AT_A_TIME = 1_000;

	private static final int ASKED_AT_A_TIME = 5_000;

	private final Semaphore places = new Semaphore(AT_ONCE, true);

	private final Semaphore reportPlaces = new Semaphore(REPORTS_AT_ONCE, true);

	private final ValueArrivals arrivals;

	private final BulkWriting writing;

	private final ObjectProvider<Reports> reports;

	private final Attempts attempts;

	BulkIntake(ValueArrivals arrivals, BulkWriting writing, ObjectProvider<Reports> reports, Attempts attempts) {
		this.arrivals = arrivals;
		this.writing = writing;
		this.reports = reports;
		this.attempts = attempts;
	}

	/**
	 * @param changed values that stood there otherwise, or not at all; in a dry run those that would change
	 * @param created of these those that did not stand there
	 * @param emptied of these those that stand there no more
	 * @param left that the strategy did not take
	 */
	record Taken(ValueBatch batch, boolean written, int changed, int created, int emptied, int left) {
	}

	/** Reads a body that has arrived; called once there is a place for it. */
	@FunctionalInterface
	interface Reading {

		ValueBatch read(InputStream arrived) throws IOException;

	}

	Taken take(Actor actor, boolean dryRun, InputStream body, Reading reading) throws IOException {
		return take(actor, dryRun, ImportStrategy.CREATE_AND_UPDATE, body, reading);
	}

	Taken take(Actor actor, boolean dryRun, ImportStrategy strategy, InputStream body, Reading reading) throws IOException {
		try (ArrivedBody arrived = arrivals.read(body, ValueBody.MOST_BYTES, actor)) {
			return take(places, actor, dryRun, strategy, arrived, reading);
		}
	}

	/** Values of one report. */
	Taken takeReport(Actor actor, boolean dryRun, InputStream body, Reading reading) throws IOException {
		try (ArrivedBody arrived = arrivals.read(body, REPORT_BYTES, actor)) {
			return take(reportPlaces, actor, dryRun, ImportStrategy.CREATE_AND_UPDATE, arrived, reading);
		}
	}

	/** Values in a form of their own, which another room reads. */
	Taken takeLines(Actor actor, boolean dryRun, long mostBytes, InputStream body, Reading reading) throws IOException {
		try (ArrivedBody arrived = arrivals.read(body, mostBytes, actor)) {
			return take(places, actor, dryRun, ImportStrategy.CREATE_AND_UPDATE, arrived, reading);
		}
	}

	private Taken take(Semaphore among, Actor actor, boolean dryRun, ImportStrategy strategy, ArrivedBody arrived, Reading reading) throws IOException {
		enter(among);
		try {
			return settle(reading.read(arrived.open()), actor, dryRun, strategy);
		}
		finally {
			among.release();
		}
	}

	private Taken settle(ValueBatch batch, Actor actor, boolean dryRun, ImportStrategy strategy) {
		if (strategy == ImportStrategy.DELETE) {
			batch.empty();
		}
		batch.sort();
		refuse(batch, actor);
		if (batch.problemCount() > 0) {
			return new Taken(batch, false, 0, 0, 0, 0);
		}
		return dryRun ? each(batch, false, groups -> writing.compare(groups, strategy)) : attempts.make(() -> each(batch, true, groups -> write(groups, strategy, actor)));
	}

	/** Sheets that the sender may not change now, each said at its first line. */
	private void refuse(ValueBatch batch, Actor actor) {
		Reports work = reports.getIfAvailable();
		List<SheetKey> all = batch.sheets();
		for (int from = 0; work != null && from < all.size(); from += ASKED_AT_A_TIME) {
			Map<SheetKey, ProblemException> refused = work.refused(all.subList(from, Math.min(all.size(), from + ASKED_AT_A_TIME)), actor);
			refused.forEach((key, why) -> batch.problem(new ValueProblem(batch.firstLine(key), new FieldProblem(OF_THE_AGENCY.contains(why.code()) ? "/agency" : "", why.code().code(), why.values()))));
		}
	}

	private BulkWriting.Outcome write(List<Group> groups, ImportStrategy strategy, Actor actor) {
		BulkWriting.Outcome outcome = writing.write(groups, strategy, ValueSource.API, actor);
		Reports work = reports.getIfAvailable();
		if (work != null && !outcome.keys().isEmpty()) {
			work.touched(outcome.keys(), actor);
		}
		return outcome;
	}

	private static Taken each(ValueBatch batch, boolean written, Function<List<Group>, BulkWriting.Outcome> act) {
		int changed = 0;
		int created = 0;
		int emptied = 0;
		int left = 0;
		int at = 0;
		while (at < batch.size()) {
			List<Group> groups = new ArrayList<>();
			at = batch.groups(at, SHEETS_AT_A_TIME, groups);
			BulkWriting.Outcome outcome = act.apply(groups);
			changed += outcome.values();
			created += outcome.created();
			emptied += outcome.emptied();
			left += outcome.left();
		}
		return new Taken(batch, written, changed, created, emptied, left);
	}

	private static void enter(Semaphore among) {
		try {
			if (among.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
				return;
			}
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
		}
		throw new ProblemException(ReportingProblem.BUSY, "seconds", ValueArrivals.COME_BACK_SECONDS);
	}

}
