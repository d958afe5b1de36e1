package vn.motcua.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.motcua.sdk.Connection;
import vn.motcua.sdk.Metrics;
import vn.motcua.sdk.Outbox;
import vn.motcua.sdk.OutboxFullException;
import vn.motcua.sdk.Outcome;
import vn.motcua.sdk.Sender;
import vn.motcua.sdk.SyncLine;

/** Lines by the SDK: into the outbox first, then marked; a stop in between puts them there twice, which has no second effect. */
final class SyncSide implements Side {

	private static final int AT_ONCE = 5_000;

	private final VendorStore store;

	private final Failures failures;

	private final Connection ledger;

	private final Path folder;

	private final Outbox outbox;

	private @Nullable Sender sender;

	private boolean heldBack;

	SyncSide(VendorStore store, Failures failures, Connection ledger, Path folder) throws IOException {
		this.store = store;
		this.failures = failures;
		this.ledger = ledger;
		this.folder = folder;
		this.outbox = Outbox.open(folder.resolve("outbox"));
	}

	@Override
	public synchronized int send(Now now) throws IOException {
		if (failures.happens(Failure.DOWN)) {
			stop();
			return 0;
		}
		if (sender == null) {
			sender = new Sender(ledger, outbox, folder.resolve("rejected.ndjson"), this::answered, Metrics.NONE).start();
		}
		List<Pending> steps = store.toSend(now, AT_ONCE);
		if (steps.isEmpty()) {
			if (idle()) {
				store.unanswered();
			}
			return 0;
		}
		List<SyncLine> lines = new ArrayList<>(steps.stream().map(Lines::of).toList());
		if (failures.happens(Failure.OUT_OF_ORDER)) {
			Collections.reverse(lines);
		}
		try {
			for (int from = 0; from < lines.size(); from += AT_ONCE / 5) {
				List<SyncLine> part = lines.subList(from, Math.min(lines.size(), from + AT_ONCE / 5));
				outbox.put(part);
				if (failures.happens(Failure.TWICE)) {
					outbox.put(part);
				}
			}
		}
		catch (OutboxFullException full) {
			heldBack = true;
			return 0;
		}
		heldBack = false;
		store.queued(steps);
		return steps.size();
	}

	private void answered(List<String> lines, List<Outcome> outcomes) {
		List<VendorStore.Answer> answers = new ArrayList<>(lines.size());
		for (int i = 0; i < lines.size(); i++) {
			SyncLine line = SyncLine.parse(lines.get(i));
			answers.add(new VendorStore.Answer(line.code(), line.seq(), outcomes.get(i).result(), outcomes.get(i).rule()));
		}
		store.answered(answers);
	}

	@Override
	public boolean idle() {
		return outbox.pendingLines() == 0;
	}

	@Override
	public synchronized Optional<String> trouble() {
		return heldBack ? Optional.of("the outbox is full") : sender == null ? Optional.empty() : sender.trouble();
	}

	private void stop() {
		if (sender != null) {
			sender.close();
			sender = null;
		}
	}

	@Override
	public synchronized void close() throws IOException {
		stop();
		outbox.close();
	}

}
