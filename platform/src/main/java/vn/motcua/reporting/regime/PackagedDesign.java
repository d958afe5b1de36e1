package vn.motcua.reporting.regime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.kernel.Sha256;

/** Takes the packaged indicators and regimes into an empty database, and again when a new release packages others. */
@Component
class PackagedDesign {

	private static final Logger LOG = LoggerFactory.getLogger(PackagedDesign.class);

	private static final String FOLDER = "/vn/motcua/reporting/";

	private static final String LOCK = "select pg_advisory_xact_lock(920190)";

	private static final String DIGEST = "select packaged_digest from reporting.design_state";

	private static final String STATE = """
			insert into reporting.design_state values (true, 1, :digest, now())
			on conflict (one) do update set version = design_state.version + 1, packaged_digest = excluded.packaged_digest, changed_at = excluded.changed_at
			""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final DesignIntake intake;

	/** In a transaction of its own: who asks for a regime first may be in one that comes to nothing. */
	PackagedDesign(JdbcClient jdbc, PlatformTransactionManager transactions, DesignIntake intake) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
		this.intake = intake;
	}

	/** Does nothing when the database holds what this release packages. */
	void load() {
		Map<String, String> files = files();
		String digest = digest(files);
		if (!held(digest)) {
			long started = System.nanoTime();
			transaction.executeWithoutResult(_ -> {
				jdbc.sql(LOCK).query().listOfRows();
				if (!held(digest)) {
					takeIn(files);
					jdbc.sql(STATE).param("digest", digest).update();
				}
			});
			LOG.info("reporting: packaged indicators and regimes loaded in {} ms", (System.nanoTime() - started) / 1_000_000);
		}
	}

	/** In their order: what others refer to comes first. */
	static Map<String, String> files() {
		Map<String, String> files = new LinkedHashMap<>();
		for (String file : text("index.txt").lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
			files.put(file, text(file));
		}
		return files;
	}

	private void takeIn(Map<String, String> files) {
		List<String> findings = intake.takeAll(files);
		if (!findings.isEmpty()) {
			throw new IllegalStateException(FOLDER + findings);
		}
	}

	private boolean held(String digest) {
		return jdbc.sql(DIGEST).query(String.class).optional().filter(digest::equals).isPresent();
	}

	private static String text(String file) {
		try (InputStream stream = PackagedDesign.class.getResourceAsStream(FOLDER + file)) {
			if (stream == null) {
				throw new IllegalStateException(FOLDER + file + " is not packaged");
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static String digest(Map<String, String> files) {
		MessageDigest sha256 = Sha256.begun();
		files.values().forEach(text -> sha256.update(text.getBytes(StandardCharsets.UTF_8)));
		return Sha256.ended(sha256);
	}

}
