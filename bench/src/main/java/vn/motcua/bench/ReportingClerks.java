package vn.motcua.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Clerks of five hundred communes, each with an account, a session and a report of five hundred cells that have figures, as the period before and the year
 * before have. At month's end they work: each opens the page within a quarter of a minute, then types a cell every two to six seconds, which the page
 * saves by itself, and asks every four seconds what others saved, as the page does; after ten cells it opens the page again. Answers are compressed, as
 * browsers ask for. They work for three quarters of a minute before it counts. Then all open their page in the same moment.
 */
final class ReportingClerks {

	private static final int CLERKS = 500;

	private static final long WORK_NANOS = 60_000_000_000L;

	/** Before the minute that counts: a server runs for weeks, and its machine code for these pages is made once. */
	private static final long WARM_NANOS = 45_000_000_000L;

	private static final long COME_WITHIN_NANOS = 15_000_000_000L;

	private final Server server;

	private final ReportedValues values;

	private final List<Figure> figures;

	private final ClerkDesk.Times times = new ClerkDesk.Times();

	ReportingClerks(Server server, ReportedValues values, List<Figure> figures) {
		this.server = server;
		this.values = values;
		this.figures = figures;
	}

	void run() throws Exception {
		List<ClerkDesk.Clerk> clerks = clerks();
		alone(clerks.getFirst());
		work(clerks);
		burst(clerks);
	}

	private List<ClerkDesk.Clerk> clerks() throws Exception {
		List<ClerkDesk.Clerk> clerks = new ArrayList<>();
		List<String> agencies = new ArrayList<>();
		ReportingBenchmark.ask(server, "/yardstick/reporting/clerks?count=" + CLERKS).forEach(clerk -> {
			clerks.add(new ClerkDesk.Clerk(clerk.get(0).asString(), clerk.get(1).asString()));
			agencies.add(clerk.get(2).asString());
		});
		for (String period : List.of("2019-06", "2020-05", "2020-06")) {
			values.send(List.of(ReportedValues.large(period, agencies)));
		}
		ReportingBenchmark.ask(server, "/yardstick/reporting/settle");
		return clerks;
	}

	/** One client that never pauses, the page and a cell in turn. */
	private void alone(ClerkDesk.Clerk clerk) throws Exception {
		try (ClerkDesk desk = desk(clerk, 1)) {
			for (int i = 0; i < 300; i++) {
				if (i == 100) {
					times.pages().clear();
					times.saves().clear();
				}
				desk.open();
				desk.save();
			}
		}
		told("page of 500 cells, one clerk alone, first byte", times.pages(), null);
		told("saving a cell, one clerk alone", times.saves(), "≤ 20");
	}

	private void work(List<ClerkDesk.Clerk> clerks) throws Exception {
		work(clerks, WARM_NANOS);
		told("500 clerks in the first three quarters of a minute: saving a cell", times.saves(), null);
		times.pages().clear();
		times.looks().clear();
		work(clerks, WORK_NANOS);
		double seconds = WORK_NANOS / 1e9;
		figures.add(Figure.of("500 clerks at work: pages opened", times.pages().size() / seconds, "/s"));
		figures.add(Figure.of("500 clerks at work: cells saved", times.saves().size() / seconds, "/s"));
		figures.add(Figure.of("500 clerks at work: looks at what others saved", times.looks().size() / seconds, "/s"));
		told("500 clerks at work: page of 500 cells, first byte", times.pages(), "≤ 50");
		told("500 clerks at work: saving a cell", times.saves(), "≤ 20");
		told("500 clerks at work: what others saved", times.looks(), null);
		figures.add(Figure.of("500 clerks at work: asked and not answered", times.wrong().getAndSet(0), "").promise("0"));
	}

	private void work(List<ClerkDesk.Clerk> clerks, long nanos) throws Exception {
		long start = System.nanoTime();
		each(clerks, (desk, number) -> {
			LockSupport.parkNanos((long) (desk.random.nextDouble() * COME_WITHIN_NANOS));
			desk.work(start + nanos);
		});
	}

	private void burst(List<ClerkDesk.Clerk> clerks) throws Exception {
		CountDownLatch ready = new CountDownLatch(clerks.size());
		CountDownLatch go = new CountDownLatch(1);
		long[] began = new long[1];
		Thread starter = Thread.ofVirtual().start(() -> {
			try {
				ready.await();
				began[0] = System.nanoTime();
				go.countDown();
			}
			catch (InterruptedException stopped) {
				Thread.currentThread().interrupt();
			}
		});
		each(clerks, (desk, number) -> {
			desk.token = "-";
			ready.countDown();
			go.await();
			desk.open();
		});
		starter.join();
		figures.add(Figure.of("500 clerks open their page in one moment: until the last has it", (System.nanoTime() - began[0]) / 1e6, "ms"));
		told("500 clerks open their page in one moment: first byte", times.pages(), null);
		figures.add(Figure.of("500 clerks open their page in one moment: not answered", times.wrong().getAndSet(0), "").promise("0"));
	}

	private ClerkDesk desk(ClerkDesk.Clerk clerk, int number) throws IOException {
		return new ClerkDesk(server.port(), times, clerk, number);
	}

	private interface Work {

		void at(ClerkDesk desk, int number) throws Exception;

	}

	private void each(List<ClerkDesk.Clerk> clerks, Work work) throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Void>> working = new ArrayList<>();
			for (int i = 0; i < clerks.size(); i++) {
				int number = i;
				working.add(threads.submit((Callable<Void>) () -> {
					try (ClerkDesk desk = desk(clerks.get(number), number)) {
						work.at(desk, number);
					}
					return null;
				}));
			}
			for (Future<Void> one : working) {
				one.get();
			}
		}
	}

	private void told(String words, Queue<Long> nanos, String promise) {
		long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
		nanos.clear();
		if (sorted.length == 0) {
			throw new IllegalStateException(words + ": nobody was answered");
		}
		figures.add(Figure.of(words + ", p50", sorted[sorted.length / 2] / 1e6, "ms"));
		Figure p99 = Figure.of(words + ", p99", sorted[(int) (sorted.length * 0.99)] / 1e6, "ms");
		figures.add(promise == null ? p99 : p99.promise(promise));
	}

}
