package vn.motcua.exchange.sent;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.exchange.ExchangeProblem;
import vn.motcua.exchange.SentFiles;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Sha256;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Files that systems gave, by agency and digest; the bytes are with module file. */
@Component
class ContentStore implements SentFiles {

	private static final long MOST_BYTES = 25L << 20;

	/** How long a file may take to arrive. */
	private static final Duration LONGEST_READING = Duration.ofMinutes(5);

	private static final List<String> TYPES = List.of("application/pdf", "image/jpeg", "image/png", "application/xml",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private static final String FIND = "select file from exchange.content where agency = :agency and sha256 = :sha256";

	private static final String FIND_ALL = "select agency, sha256, file from exchange.content where sha256 in (:sha256s) and agency in (:agencies)";

	private static final String KEEP = """
			insert into exchange.content (agency, sha256, file, sender, at) values (:agency, :sha256, :file, :sender, :at) on conflict do nothing""";

	private final JdbcClient sql;

	private final Files files;

	private final Agencies agencies;

	private final Clock clock;

	ContentStore(JdbcClient sql, Files files, Agencies agencies, Clock clock) {
		this.sql = sql;
		this.files = files;
		this.agencies = agencies;
		this.clock = clock;
	}

	@Override
	public StoredFile keep(Actor sender, String sha256, String name, InputStream content) {
		AgencyId agency = java.util.Objects.requireNonNull(sender.agency());
		Optional<UUID> known = find(agency, sha256);
		if (known.isPresent()) {
			return files.get(known.get());
		}
		StoredFile stored = files.store(new Promised(content, sha256), name, new Files.Acceptance(MOST_BYTES, TYPES));
		sql.sql(KEEP).param("agency", agency.value()).param("sha256", sha256).param("file", stored.id()).param("sender", sender.account())
			.param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
		return files.get(find(agency, sha256).orElseThrow());
	}

	@Override
	public Map<String, StoredFile> find(AgencyId agency, LocalDate day, Collection<String> sha256s) {
		if (sha256s.isEmpty()) {
			return Map.of();
		}
		List<Integer> line = agencies.withAncestors(agency, day).stream().map(above -> above.id().value()).toList();
		Map<String, UUID> found = new HashMap<>();
		sql.sql(FIND_ALL).param("sha256s", Set.copyOf(sha256s)).param("agencies", line)
			.query((row, _) -> found.put(row.getString("sha256"), row.getObject("file", UUID.class))).list();
		Map<UUID, StoredFile> stored = files.get(Set.copyOf(found.values()));
		Map<String, StoredFile> files = new HashMap<>();
		found.forEach((sha256, id) -> files.put(sha256, stored.get(id)));
		return files;
	}

	private Optional<UUID> find(AgencyId agency, String sha256) {
		return sql.sql(FIND).param("agency", agency.value()).param("sha256", sha256).query(UUID.class).optional();
	}

	/** Bytes that must have the digest their sender named: at their end it is compared, and nothing of another is kept. */
	private static final class Promised extends FilterInputStream {

		private final MessageDigest digest;

		private final String promised;

		private final long until = System.nanoTime() + LONGEST_READING.toNanos();

		private Promised(InputStream in, String promised) {
			this(in, promised, Sha256.begun());
		}

		private Promised(InputStream in, String promised, MessageDigest digest) {
			super(new DigestInputStream(in, digest));
			this.digest = digest;
			this.promised = promised;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] into, int offset, int length) throws IOException {
			int read = super.read(into, offset, length);
			if (System.nanoTime() > until) {
				throw new ProblemException(ExchangeProblem.BATCH_TOO_SLOW, "seconds", LONGEST_READING.toSeconds());
			}
			if (read < 0 && !HexFormat.of().formatHex(digest().digest()).equals(promised)) {
				throw new ProblemException(ExchangeProblem.OTHER_BYTES, List.of(FieldProblem.of("/sha256", "exchange.other-bytes")));
			}
			return read;
		}

		/** Of what was read so far; the end may be met more than once. */
		private MessageDigest digest() {
			try {
				return (MessageDigest) digest.clone();
			}
			catch (CloneNotSupportedException everyRuntimeCan) {
				throw new IllegalStateException(everyRuntimeCan);
			}
		}

	}

}
