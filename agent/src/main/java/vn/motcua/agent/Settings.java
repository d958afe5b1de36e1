package vn.motcua.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import vn.motcua.agent.mapping.Mapping;
import vn.motcua.agent.source.Database;
import vn.motcua.agent.source.Source;
import vn.motcua.sdk.Connection;
import vn.motcua.sdk.Outbox;
import vn.motcua.sdk.OutboxInUseException;

/**
 * What the agent's file says.
 *
 * @param ledger the way to it; where the file names none, which only trying can do without, it throws what is missing
 * @param state folder of everything the agent keeps
 * @param outboxBytes most bytes that may wait for the ledger
 * @param page port of the status page, 0 for none
 * @param every how often the source is looked at
 * @param inbox {@code null} when the inbox is not fetched
 * @param reconcile {@code null} when both sides are compared by command only
 * @param fingerprint digest of the mapping
 */
record Settings(Supplier<Connection> ledger, Path state, long outboxBytes, int page, Locale language, Source source, Duration every, Mapping mapping,
		@Nullable Inbox inbox, @Nullable Reconcile reconcile, String fingerprint) {

	/** @param database {@code null} when dossiers go into the folder only */
	record Inbox(String agency, Path folder, Duration every, @Nullable Database database, @Nullable String table) {
	}

	/** Opens what waits for the ledger; only one process at a time has it. */
	Outbox outbox() throws IOException {
		try {
			return Outbox.open(state.resolve("outbox"), outboxBytes);
		}
		catch (OutboxInUseException busy) {
			throw new IOException(Words.in(language).text("busy", state), busy);
		}
	}

	record Reconcile(int days, Duration every) {
	}

}
