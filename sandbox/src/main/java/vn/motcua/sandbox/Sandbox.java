package vn.motcua.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import vn.motcua.sandbox.year.AgencyPlan;
import vn.motcua.sdk.Connection;
import vn.motcua.sdk.Credentials;

/** The system as it lives: time passes, dossiers come and move on, the ledger is told, the inbox is emptied, slips are mended. One tick does all of it once. */
public final class Sandbox implements Closeable {

	private static final Duration INBOX_EVERY = Duration.ofSeconds(15);

	private static final Duration COMPARED_EVERY = Duration.ofMinutes(30);

	private final Settings settings;

	private final Failures failures = new Failures();

	private final VendorDatabase database;

	private final VendorStore store;

	private final Side side;

	private final InboxDesk inbox;

	private final Comparing comparing;

	private final Webhook webhook;

	private final AtomicLong taken = new AtomicLong();

	private final Instant from;

	private final long startedNs = System.nanoTime();

	private volatile Instant lookedAt = Instant.MIN;

	private volatile Instant comparedAt = Instant.now();

	private volatile Comparing.@Nullable Compared compared;

	private volatile @Nullable String trouble;

	/** Opens the system of a folder; the first time its year is made. */
	public Sandbox(Settings settings) throws IOException {
		this.settings = settings;
		this.database = new VendorDatabase(settings.data());
		Filing.year(database, settings);
		this.store = new VendorStore(database);
		FaultyHttp http = new FaultyHttp(failures);
		Connection ledger = new Connection(settings.platform(), Credentials.sync(settings.clientId(), settings.secret()), http);
		this.side = settings.way() == Way.SYNC ? new SyncSide(store, failures, ledger, settings.data()) : new MapiSide(store, failures, http, settings);
		this.inbox = new InboxDesk(database, ledger, agencies(), settings.speed() == 0 ? 3_600 : settings.speed());
		this.comparing = new Comparing(store, ledger);
		this.webhook = new Webhook(database, failures);
		this.from = database.said("lived-until").map(Instant::parse).orElseGet(() -> settings.from().atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant());
	}

	private List<String> agencies() {
		return settings.agencies().stream().map(AgencyPlan::code).toList();
	}

	/** The moment in its year; never after the moment in ours. */
	public Instant now() {
		Instant real = Instant.now();
		if (settings.speed() == 0) {
			return real;
		}
		Instant lived = from.plusMillis((long) ((System.nanoTime() - startedNs) / 1e6 * settings.speed()));
		return lived.isAfter(real) ? real : lived;
	}

	/** Both clocks. */
	Now clocks() {
		return new Now(now(), Instant.now());
	}

	/** Everything once. */
	public synchronized void tick() throws InterruptedException {
		Now now = clocks();
		database.say("lived-until", now.lived().toString());
		try {
			store.mend();
			side.send(now);
			if (!failures.on(Failure.DOWN)) {
				look();
				compareNowAndThen();
			}
			trouble = null;
		}
		catch (IOException | RuntimeException failed) {
			trouble = String.valueOf(failed.getMessage());
		}
	}

	/** In what people submitted on the portal: now and then, and as soon as a webhook says so. */
	private void look() throws IOException, InterruptedException {
		boolean rung = webhook.rung();
		if (failures.on(Failure.FORGET_INBOX)) {
			return;
		}
		if (rung || Instant.now().isAfter(lookedAt.equals(Instant.MIN) ? Instant.MIN : lookedAt.plus(INBOX_EVERY))) {
			lookedAt = Instant.now();
			taken.addAndGet(inbox.fetch(Instant.now()));
		}
	}

	private void compareNowAndThen() throws IOException, InterruptedException {
		if (settings.way() == Way.SYNC && Instant.now().isAfter(comparedAt.plus(COMPARED_EVERY)) && settled()) {
			compare();
		}
	}

	/**
	 * Holds all days against the ledger's, and sends again what it lacks.
	 * @throws IOException when the ledger did not answer
	 */
	public Comparing.Compared compare() throws IOException, InterruptedException {
		comparedAt = Instant.now();
		Comparing.Compared now = comparing.compare(agencies());
		compared = now;
		return now;
	}

	/** Whether the ledger has answered everything that happened until now, and slips are mended. */
	public boolean settled() {
		return store.open(clocks()) == 0 && side.idle();
	}

	/** Switches a failure on or off, between two rounds: what went on before has ended when this returns. */
	public synchronized void fail(Failure failure, boolean on) {
		failures.set(failure, on);
		if (!on) {
			store.tryAnew();
		}
	}

	/** Which failures are on, and what they did. */
	public Failures failures() {
		return failures;
	}

	/** Entries that were fetched from the inbox. */
	public long taken() {
		return taken.get();
	}

	Webhook webhook() {
		return webhook;
	}

	VendorStore store() {
		return store;
	}

	Settings settings() {
		return settings;
	}

	Optional<Comparing.Compared> compared() {
		return Optional.ofNullable(compared);
	}

	/** What is wrong now. */
	public Optional<String> trouble() {
		return side.trouble().or(() -> Optional.ofNullable(trouble));
	}

	@Override
	public void close() throws IOException {
		side.close();
		database.close();
	}

}
