package vn.motcua.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Clients that each do one thing after another for a while. */
final class Load {

	/** What one client does again and again; answers whether it was right. */
	interface Client extends AutoCloseable {

		boolean once() throws Exception;

	}

	interface ClientMaker {

		Client make(int number) throws Exception;

	}

	/** @param nanos how long each right answer took, sorted */
	record Outcome(long right, long wrong, double seconds, long[] nanos) {

		double perSecond() {
			return right / seconds;
		}

		double percentileMs(double share) {
			return nanos.length == 0 ? Double.NaN : nanos[(int) Math.min(nanos.length - 1L, (long) (nanos.length * share))] / 1e6;
		}

	}

	private Load() {
	}

	static Outcome run(int clients, double warmSeconds, double seconds, ClientMaker maker) throws Exception {
		if (warmSeconds > 0) {
			measure(clients, warmSeconds, maker);
		}
		return measure(clients, seconds, maker);
	}

	private static Outcome measure(int clients, double seconds, ClientMaker maker) throws Exception {
		AtomicBoolean stop = new AtomicBoolean();
		List<Client> made = new ArrayList<>();
		for (int i = 0; i < clients; i++) {
			made.add(maker.make(i));
		}
		try (var threads = Executors.newFixedThreadPool(clients)) {
			long start = System.nanoTime();
			List<Future<Counted>> running = made.stream().map(client -> threads.submit((Callable<Counted>) () -> loop(client, stop))).toList();
			Thread.sleep((long) (seconds * 1000));
			stop.set(true);
			long right = 0;
			long wrong = 0;
			List<long[]> times = new ArrayList<>();
			for (Future<Counted> future : running) {
				Counted counted = future.get();
				right += counted.count;
				wrong += counted.wrong;
				times.add(Arrays.copyOf(counted.nanos, counted.count));
			}
			double took = (System.nanoTime() - start) / 1e9;
			long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
			return new Outcome(right, wrong, took, all);
		}
		finally {
			for (Client client : made) {
				client.close();
			}
		}
	}

	private static final class Counted {

		private long[] nanos = new long[4096];

		private int count;

		private long wrong;

	}

	private static Counted loop(Client client, AtomicBoolean stop) throws Exception {
		Counted counted = new Counted();
		while (!stop.get()) {
			long start = System.nanoTime();
			if (client.once()) {
				if (counted.count == counted.nanos.length) {
					counted.nanos = Arrays.copyOf(counted.nanos, counted.count * 2);
				}
				counted.nanos[counted.count++] = System.nanoTime() - start;
			}
			else {
				counted.wrong++;
			}
		}
		return counted;
	}

}
