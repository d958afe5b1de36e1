package vn.motcua.dossier;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;

import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.Actor;

/** Drafts that one of the cast has open: a test begins without those of the tests before. */
public final class OpenDrafts {

	private static final int HANDED_IN = 3;

	private static final String INBOX = "select count(*) from exchange.inbox_entry where system = ?";

	private OpenDrafts() {
	}

	/** Those that the demonstration opens in the first seconds of a program are its own: it has handed them in before any is discarded. */
	public static void discard(BeanFactory program, Actor applicant) {
		JdbcTemplate jdbc = program.getBean(JdbcTemplate.class);
		Awaitility.await("the demonstration's inbox is filled").atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(20)).pollInSameThread()
			.until(() -> jdbc.queryForObject(INBOX, Integer.class, SystemPrograms.account("bacninh-demo")) >= HANDED_IN);
		Drafts drafts = program.getBean(Drafts.class);
		drafts.of(applicant).forEach(open -> drafts.discard(open.id(), applicant));
	}

}
