package vn.motcua.agent;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import vn.motcua.sdk.Connection;
import vn.motcua.sdk.FieldProblem;
import vn.motcua.sdk.LineOrigin;
import vn.motcua.sdk.Outbox;
import vn.motcua.sdk.Outcome;
import vn.motcua.sdk.PrometheusText;
import vn.motcua.sdk.Refused;
import vn.motcua.sdk.Sender;
import vn.motcua.sdk.SyncLine;

/** The agent at work: reads, sends, fetches and compares until it is told to stop. */
final class Agent implements Closeable {

	private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final String REJECTED = "rejected.ndjson";

	private final Settings settings;

	private final PrometheusText metrics = new PrometheusText();

	private final CountDownLatch stopping;

	private final AgentState state;

	private final Outbox outbox;

	private final Connection ledger;

	private final Sender sender;

	private final Feed feed;

	private volatile @Nullable String sourceTrouble;

	private volatile @Nullable String inboxTrouble;

	private volatile @Nullable String compareTrouble;

	Agent(Settings settings, CountDownLatch stopping) throws IOException {
		this.settings = settings;
		this.stopping = stopping;
		this.outbox = settings.outbox();
		this.state = AgentState.open(settings.state());
		state.mappingIs(settings.fingerprint());
		this.ledger = settings.ledger().get();
		this.sender = new Sender(ledger, outbox, settings.state().resolve(REJECTED), new Noted(), metrics);
		this.feed = new Feed(settings.mapping(), outbox, state, metrics, stopping);
	}

	/** Keeps what the ledger does not take, and knows the rows. */
	private final class Noted implements Outcome.Listener {

		@Override
		public void answered(List<String> lines, List<Outcome> outcomes) {
			Map<String, FieldProblem> rejected = new java.util.LinkedHashMap<>();
			for (int i = 0; i < lines.size(); i++) {
				if (outcomes.get(i).result() == Outcome.Result.REJECTED) {
					rejected.put(StoredLine.key(SyncLine.parse(lines.get(i))), Refusal.problem(outcomes.get(i)));
				}
			}
			state.rejected(rejected);
		}

		@Override
		public @Nullable LineOrigin origin(String line) {
			Origin origin = state.origin(StoredLine.key(SyncLine.parse(line)));
			return origin == null ? null : new LineOrigin(origin.source(), origin.row());
		}

	}

	/** Works until told to stop. */
	void run(Runnable ready) throws IOException, InterruptedException {
		try (StatusPage page = settings.page() == 0 ? null
				: new StatusPage(settings.page(), settings.language(), this::page, this::metricsText, (words, out) -> new FindingsCsv(out, settings.mapping(), words).add(state))) {
			sender.start();
			Thread reading = new Thread(() -> every(settings.every(), this::read), "motcua-source");
			reading.start();
			Settings.Inbox inbox = settings.inbox();
			if (inbox != null) {
				InboxCourier courier = new InboxCourier(ledger, inbox, metrics);
				daemon(() -> every(inbox.every(), () -> inboxTrouble = troubleOf(courier::fetch)), "motcua-inbox");
			}
			Settings.Reconcile reconcile = settings.reconcile();
			if (reconcile != null) {
				daemon(() -> compare(reconcile), "motcua-reconcile");
			}
			ready.run();
			stopping.await();
			reading.join(TimeUnit.SECONDS.toMillis(30));
		}
	}

	private static void daemon(Runnable work, String name) {
		Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		thread.start();
	}

	private void every(Duration pause, Runnable work) {
		try {
			do {
				work.run();
			}
			while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

	private void read() {
		sourceTrouble = troubleOf(this::readSource);
		if (sourceTrouble != null) {
			feed.forget();
		}
	}

	/** The first time soon after everything was sent, then as often as it is told. */
	private void compare(Settings.Reconcile reconcile) {
		try {
			while (!stopping.await(Math.min(5, reconcile.every().toSeconds()), TimeUnit.SECONDS)) {
				if (outbox.pendingLines() == 0 && state.lineCount() > 0) {
					compareTrouble = troubleOf(() -> reconcile(reconcile.days()));
					if (compareTrouble == null && stopping.await(reconcile.every().toMillis(), TimeUnit.MILLISECONDS)) {
						return;
					}
				}
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

	/** Compares the last days by the code; 0 for all that were sent. */
	List<Reconciler.Compared> reconcile(int days) throws IOException, InterruptedException {
		Reconciler reconciler = new Reconciler(ledger, state, outbox);
		return days == 0 ? reconciler.all() : reconciler.since(first(days), LocalDate.now(ZONE));
	}

	/** Days of agencies of which something was sent. */
	int sentDays() {
		return state.days().size();
	}

	/** How many of them were compared so far. */
	int comparedDays() {
		return state.comparedDays();
	}

	/** How many days that were sent are older than the last ones; 0 for all. */
	long older(int days) {
		return days == 0 ? 0 : new Reconciler(ledger, state, outbox).before(first(days));
	}

	private static LocalDate first(int days) {
		return LocalDate.now(ZONE).minusDays(days - 1L);
	}

	/** Reads what is new and sends it, once; for a scheduler, or to see that it works. */
	void once() throws IOException, InterruptedException {
		sender.start();
		settings.source().settle();
		readSource();
		drain();
	}

	private void readSource() throws IOException, InterruptedException {
		feed.begin();
		settings.source().read(feed);
	}

	/** Everything that is wrong in the source, and what the ledger does not take. */
	void tell(FindingsFile file) {
		file.add(state);
	}

	/** Fetches what waits in the inbox, where the agent's file names one. */
	void fetchInbox() throws IOException, InterruptedException {
		if (settings.inbox() != null) {
			new InboxCourier(ledger, settings.inbox(), metrics).fetch();
		}
	}

	/** Sends everything that waits, and tries for a while, unless the ledger says that it depends on somebody. */
	void drain() throws IOException, InterruptedException {
		sender.start();
		Instant until = Instant.now().plus(PATIENCE);
		while (outbox.pendingLines() > 0 && !stopping.await(100, TimeUnit.MILLISECONDS)) {
			if (sender.failure().orElse(null) instanceof Refused refused && !refused.passing()) {
				throw refused;
			}
			if (Instant.now().isAfter(until) && sender.trouble().isPresent()) {
				throw new IOException(sender.trouble().get());
			}
		}
	}

	long counted(String outcome) {
		return metrics.count("motcua_sdk_lines_" + outcome + "_total");
	}

	/** Rows that the mapping left out. */
	long skipped() {
		return metrics.count(Feed.SKIPPED);
	}

	int findings() {
		return state.findingCount();
	}

	/** Something that can fail now and succeed later. */
	@FunctionalInterface
	private interface Attempt {

		void run() throws IOException, InterruptedException;

	}

	private @Nullable String troubleOf(Attempt attempt) {
		try {
			attempt.run();
			return null;
		}
		catch (IOException | RuntimeException failed) {
			metrics.add("motcua_agent_failures_total", 1);
			return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

	private String page(Words words) {
		return new StatusHtml(metrics, state, REJECTED).page(words, trouble(words), outbox.pendingLines(), oldest(), feed.latest());
	}

	private Optional<String> trouble(Words words) {
		return java.util.stream.Stream.of(sourceTrouble, feed.trouble(), sender.trouble().orElse(null), inboxTrouble, compareTrouble,
				state.waitsForSomebody() ? words.text("trouble.findings") : null, late() ? words.text("trouble.waiting") : null).filter(java.util.Objects::nonNull).findFirst();
	}

	/** A line on its way is in order; one that waits for minutes is not. */
	private boolean late() {
		return oldest().filter(since -> since.isBefore(Instant.now().minus(PATIENCE))).isPresent();
	}

	private Optional<Instant> oldest() {
		try {
			return outbox.oldest();
		}
		catch (IOException notNow) {
			return Optional.empty();
		}
	}

	private String metricsText() {
		metrics.set("motcua_agent_lag_seconds", oldest().map(since -> (double) Duration.between(since, Instant.now()).toSeconds()).orElse(0.0));
		metrics.set("motcua_agent_findings", state.findingCount());
		metrics.set("motcua_agent_in_order", trouble(Words.in(settings.language())).isEmpty() ? 1 : 0);
		Instant latest = feed.latest();
		metrics.set("motcua_agent_latest_change_seconds", latest == null ? 0 : latest.getEpochSecond());
		metrics.set("motcua_sdk_pending_lines", outbox.pendingLines());
		return metrics.text();
	}

	@Override
	public void close() throws IOException {
		sender.close();
		outbox.close();
		state.close();
	}

}
