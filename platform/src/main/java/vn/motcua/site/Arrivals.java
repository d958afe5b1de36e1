package vn.motcua.site;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/**
 * Bodies on their way and waiting for work. Whoever sends slowly holds up nobody: places where work is done are taken when a body is whole. How many there
 * are at a time, how many of them one sender has, and how much room they take is bounded.
 */
public final class Arrivals {

	private final Path folder;

	private final Terms terms;

	private final Semaphore places;

	private final Semaphore room;

	private final Map<UUID, Integer> senders = new ConcurrentHashMap<>();

	private final Map<UUID, Integer> megabytes = new ConcurrentHashMap<>();

	/**
	 * @param most bodies at a time, at 64 KB of memory each
	 * @param mostMb megabytes that they take in files
	 * @param busy the refusal where there is no place or no room
	 */
	public record Terms(int most, int mostOfOne, int mostMb, int mostMbOfOne, Supplier<ProblemException> busy) {
	}

	/** @param folder for bodies that are too large for memory */
	public Arrivals(Path folder, Terms terms) {
		this.folder = folder;
		this.terms = terms;
		this.places = new Semaphore(terms.most());
		this.room = new Semaphore(terms.mostMb());
	}

	/**
	 * The whole body; whoever asked for it closes it.
	 * @param arriving a body that comes to an end by itself: {@link ArrivingStream}
	 */
	public ArrivedBody read(InputStream arriving, UUID sender) throws IOException {
		enter(sender);
		ArrivedBody arrived = new ArrivedBody(folder, new Room(sender));
		boolean whole = false;
		try {
			arrived.read(arriving);
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

	/** How many there are now. */
	public int count() {
		return terms.most() - places.availablePermits();
	}

	private void enter(UUID sender) {
		if (!places.tryAcquire()) {
			throw terms.busy().get();
		}
		if (senders.merge(sender, 1, Integer::sum) > terms.mostOfOne()) {
			leave(sender);
			throw terms.busy().get();
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
		public void take() {
			if (!room.tryAcquire()) {
				throw terms.busy().get();
			}
			if (megabytes.merge(sender, 1, Integer::sum) > terms.mostMbOfOne()) {
				free(1);
				throw terms.busy().get();
			}
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
