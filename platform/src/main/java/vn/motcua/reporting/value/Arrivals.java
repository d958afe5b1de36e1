package vn.motcua.reporting.value;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.site.ArrivingStream;

/**
 * Bodies on their way and waiting for work. Whoever sends slowly holds up nobody: places where work is done are taken when a body is whole. How many there
 * are at a time, how many of them one sender has, and how much room they take is bounded.
 */
@Component
class Arrivals {

	static final int COME_BACK_SECONDS = 5;

	/** At 64 KB of memory each. */
	private static final int MOST = 256;

	static final int MOST_OF_ONE = 32;

	private static final int MOST_MB = 1024;

	private static final int MOST_MB_OF_ONE = 512;

	private static final Duration LONGEST = Duration.ofSeconds(120);

	private final Semaphore places = new Semaphore(MOST);

	private final Semaphore room = new Semaphore(MOST_MB);

	private final Map<UUID, Integer> senders = new ConcurrentHashMap<>();

	private final Map<UUID, Integer> megabytes = new ConcurrentHashMap<>();

	private final Path folder;

	Arrivals(@Value("${motcua.data}") Path data) {
		this.folder = data.resolve("arriving");
	}

	/** The whole body; whoever asked for it closes it. */
	ArrivedBody read(InputStream body, long mostBytes, Actor sender) throws IOException {
		enter(sender.account());
		ArrivedBody arrived = new ArrivedBody(folder, new Room(sender.account()));
		boolean whole = false;
		try {
			arrived.read(arriving(body, mostBytes));
			whole = true;
			return arrived;
		}
		catch (EOFException cut) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
		finally {
			if (!whole) {
				arrived.close();
			}
		}
	}

	static ArrivingStream arriving(InputStream in, long mostBytes) {
		return new ArrivingStream(in, mostBytes, () -> new ProblemException(ReportingProblem.BODY_TOO_LARGE, "mb", mostBytes >> 20), LONGEST,
				() -> new ProblemException(ReportingProblem.TOO_SLOW, "seconds", LONGEST.toSeconds()));
	}

	private void enter(UUID sender) {
		if (!places.tryAcquire()) {
			throw new ProblemException(ReportingProblem.BUSY, "seconds", COME_BACK_SECONDS);
		}
		if (senders.merge(sender, 1, Integer::sum) > MOST_OF_ONE) {
			leave(sender);
			throw new ProblemException(ReportingProblem.BUSY, "seconds", COME_BACK_SECONDS);
		}
	}

	private void leave(UUID sender) {
		less(senders, sender, 1);
		places.release();
	}

	private static void less(Map<UUID, Integer> counts, UUID sender, int by) {
		counts.computeIfPresent(sender, (_, count) -> count <= by ? null : count - by);
	}

	/** A body's place, and what its file takes. */
	private final class Room implements ArrivedBody.Room {

		private final UUID sender;

		private Room(UUID sender) {
			this.sender = sender;
		}

		@Override
		public boolean take() {
			if (!room.tryAcquire()) {
				return false;
			}
			if (megabytes.merge(sender, 1, Integer::sum) > MOST_MB_OF_ONE) {
				free(1);
				return false;
			}
			return true;
		}

		@Override
		public void leave(int taken) {
			free(taken);
			Arrivals.this.leave(sender);
		}

		private void free(int count) {
			less(megabytes, sender, count);
			room.release(count);
		}

	}

}
