package vn.motcua.reporting.value;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.FieldProblem;
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
	 * @param changed values that stood there otherwise, or not at all
	 * @param created of these those that did not stand there
	 */
	record Taken(ValueBatch batch, boolean written, int changed, int created) {
	}

	/** Reads a body that has arrived; called once there is a place for it. */
	@FunctionalInterface
	interface Reading {

		ValueBatch read(InputStream arrived) throws IOException;

	}

	Taken take(Actor actor, boolean dryRun, InputStream body, Reading reading) throws IOException {
		try (ArrivedBody arrived = arrivals.read(body, ValueBody.MOST_BYTES, actor)) {
			return take(places, actor, dryRun, arrived, reading);
		}
	}

	/** Values of one report. */
	Taken takeReport(Actor actor, boolean dryRun, InputStream body, Reading reading) throws IOException {
		try (ArrivedBody arrived = arrivals.read(body, REPORT_BYTES, actor)) {
			return take(reportPlaces, actor, dryRun, arrived, reading);
		}
	}

	private Taken take(Semaphore among, Actor actor, boolean dryRun, ArrivedBody arrived, Reading reading) throws IOException {
		enter(among);
		try {
			ValueBatch batch = reading.read(arrived.open());
			batch.sort();
			refuse(batch, actor);
			if (batch.problemCount() > 0 || dryRun) {
				return new Taken(batch, false, 0, 0);
			}
			return attempts.make(() -> write(batch, actor));
		}
		finally {
			among.release();
		}
	}

	/** Sheets that the sender may not change now, each said at its first line. */
	private void refuse(ValueBatch batch, Actor actor) {
		Reports work = reports.getIfAvailable();
		List<SheetKey> all = batch.sheets();
		for (int from = 0; work != null && from < all.size(); from += ASKED_AT_A_TIME) {
			Map<SheetKey, ProblemException> refused = work.refused(all.subList(from, Math.min(all.size(), from + ASKED_AT_A_TIME)), actor);
			refused.forEach((key, why) -> batch.problem(new ValueProblem(batch.firstLine(key), new FieldProblem("", why.code().code(), why.values()))));
		}
	}

	private Taken write(ValueBatch batch, Actor actor) {
		Reports work = reports.getIfAvailable();
		int changed = 0;
		int created = 0;
		int at = 0;
		while (at < batch.size()) {
			List<Group> groups = new ArrayList<>();
			at = batch.groups(at, SHEETS_AT_A_TIME, groups);
			BulkWriting.Outcome outcome = writing.write(groups, ValueSource.API, actor);
			if (work != null && !outcome.keys().isEmpty()) {
				work.touched(outcome.keys(), actor);
			}
			changed += outcome.values();
			created += outcome.created();
		}
		return new Taken(batch, true, changed, created);
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
