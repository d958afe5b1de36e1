package vn.motcua.exchange.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

import vn.motcua.dossier.LedgerSync;
import vn.motcua.dossier.LedgerSync.Arrived;
import vn.motcua.dossier.LedgerSync.Tried;
import vn.motcua.dossier.SyncOutcome;
import vn.motcua.exchange.ExchangeProblem;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participants;
import vn.motcua.exchange.participant.Quotas;
import vn.motcua.exchange.participant.Reach;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** The one way of lines into the ledger, whichever interface they came by: a bounded number at a time, each call kept with what it brought. */
@Component
public class Intake {

	/** Batches that are unpacked or recorded at one time: what bounds memory, and leaves the database room for people. */
	private static final int AT_ONCE = 4;

	/** Of one sender: who is slow takes no place from the others. */
	private static final int AT_ONCE_OF_SENDER = 2;

	private static final int FILES_AT_ONCE = 16;

	private static final long PATIENCE_MS = 2_000;

	static final int COME_BACK_SECONDS = 2;

	private final Semaphore places = new Semaphore(AT_ONCE, true);

	/** Files go to the disk as they come and may be slow: they take no place from lines. */
	private final Semaphore filePlaces = new Semaphore(FILES_AT_ONCE, true);

	/** By the account of the system; there are as many as agencies have programs. */
	private final ConcurrentHashMap<UUID, Semaphore> ofSender = new ConcurrentHashMap<>();

	private final ConcurrentHashMap<UUID, Semaphore> filesOfSender = new ConcurrentHashMap<>();

	private final LedgerSync ledger;

	private final CallStore calls;

	private final Participants participants;

	private final Quotas quotas;

	private final Reach reach;

	Intake(LedgerSync ledger, CallStore calls, Participants participants, Quotas quotas, Reach reach) {
		this.ledger = ledger;
		this.calls = calls;
		this.participants = participants;
		this.quotas = quotas;
		this.reach = reach;
	}

	/**
	 * @param bytes as they were read, unpacked
	 * @param sha256 of the body as it was sent, packed or not, in hexadecimal: what evidence of the batch is about
	 */
	public record Batch(List<Arrived> lines, long bytes, String sha256) {
	}

	/** @param outcomes one for each line, in the order of the batch */
	public record Taken(Batch batch, List<SyncOutcome> outcomes) {
	}

	/** @param tried one for each line, in the order of the batch */
	public record TriedOut(Batch batch, List<Tried> tried) {
	}

	/** Reads a batch that has arrived; called once there is a place for it. */
	@FunctionalInterface
	public interface Reading {

		Batch read() throws IOException;

	}

	/** Reading and recording, once there is a place for it. */
	@FunctionalInterface
	public interface Work<T> {

		T run() throws IOException;

	}

	/**
	 * Durable when it returns. Refuses with {@link ExchangeProblem#BUSY} when there was no place in time, with
	 * {@link ExchangeProblem#QUOTA_LINES} when the sender has no lines left for all of the batch; lines beyond its reach are rejected.
	 */
	public Taken take(Actor sender, Reading reading) throws IOException {
		Participant participant = participants.of(sender);
		return placed(sender, () -> {
			Batch batch = reached(participant, reading.read());
			quotas.check(participant, batch.lines().size());
			List<SyncOutcome> outcomes = ledger.take(sender, batch.lines(), kept -> {
				quotas.count(participant, kept.size(), batch.bytes());
				calls.keep(sender, batch.lines(), kept, batch.bytes(), batch.sha256());
			});
			CurrentCall.current().ifPresent(CurrentCall::kept);
			return new Taken(batch, outcomes);
		});
	}

	/** Records of other kinds take their places among the batches. */
	public <T> T within(Actor sender, Work<T> work) throws IOException {
		participants.of(sender);
		return placed(sender, work);
	}

	/** A file takes a place among the files. */
	public <T> T withinFiles(Actor sender, Work<T> work) throws IOException {
		participants.of(sender);
		return placed(sender, filesOfSender, filePlaces, work);
	}

	private <T> T placed(Actor sender, Work<T> work) throws IOException {
		return placed(sender, ofSender, places, work);
	}

	private static <T> T placed(Actor sender, ConcurrentHashMap<UUID, Semaphore> bySender, Semaphore all, Work<T> work) throws IOException {
		Semaphore own = bySender.computeIfAbsent(sender.account(), _ -> new Semaphore(AT_ONCE_OF_SENDER, true));
		enter(own);
		try {
			enter(all);
			try {
				return work.run();
			}
			finally {
				all.release();
			}
		}
		finally {
			own.release();
		}
	}

	/** What the sender was not allowed is wrong before the ledger looks at it. */
	private Batch reached(Participant participant, Batch batch) {
		if (participant.profile().agencies().isEmpty() && participant.profile().procedures().isEmpty()) {
			return batch;
		}
		Reach.Batch allowed = reach.of(participant);
		return new Batch(batch.lines().stream().map(arrived -> {
			FieldProblem problem = arrived.line() == null || arrived.problem() != null ? arrived.problem() : allowed.problem(arrived.line());
			return problem == null ? arrived : new Arrived(arrived.line(), problem, arrived.sent());
		}).toList(), batch.bytes(), batch.sha256());
	}

	/**
	 * What {@link #take} would answer, with every finding of every line; nothing is recorded. Not only for systems that are approved: who
	 * wants to join tries first.
	 */
	public TriedOut tryOut(Participant participant, Actor sender, Reading reading) throws IOException {
		return placed(sender, () -> {
			Batch batch = reached(participant, reading.read());
			List<Tried> tried = ledger.tryOut(sender, batch.lines());
			List<Tried> all = new ArrayList<>();
			for (int place = 0; place < tried.size(); place++) {
				Arrived arrived = batch.lines().get(place);
				boolean unread = arrived.line() == null && arrived.sent().length < SyncBody.LONGEST_LINE;
				List<FieldProblem> members = unread ? SyncLineReader.findings(arrived.sent()) : List.of();
				all.add(members.isEmpty() ? tried.get(place) : new Tried(tried.get(place).outcome(), members));
			}
			return new TriedOut(batch, all);
		});
	}

	private static void enter(Semaphore places) {
		try {
			if (places.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
				return;
			}
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
		}
		throw new ProblemException(ExchangeProblem.BUSY, "seconds", COME_BACK_SECONDS);
	}

}
