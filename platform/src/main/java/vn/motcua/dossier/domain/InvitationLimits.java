package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.DossierProblem;
import vn.motcua.kernel.Sha256;
import vn.motcua.kernel.problem.ProblemException;

/** How many messages one may cause: per account and day, and per person asked and day. Counted in the transaction that sends. */
@Component
class InvitationLimits {

	/** Invitations and reminders of one account on one day. */
	static final int MOST_OF_ACCOUNT = 200;

	/** Invitations and reminders to one e-mail address or number on one day, whoever sends them. */
	static final int MOST_TO_ONE = 10;

	private static final String COUNT = """
			insert into dossier.invitation_day as d (key, day, sent) values (?, ?, 1) on conflict (key, day) do update set sent = d.sent + 1 where d.sent < ?""";

	private static final String FORGET = """
			delete from dossier.invitation_day where ctid = any (array(select ctid from dossier.invitation_day where day < ? limit 100 for update skip locked))""";

	private final JdbcTemplate jdbc;

	private final Clock clock;

	InvitationLimits(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void count(UUID account, @Nullable String subject, @Nullable String email) {
		LocalDate today = LocalDate.ofInstant(clock.instant(), ProcessingDeadline.ZONE);
		jdbc.update(FORGET, today);
		count("account " + account, today, MOST_OF_ACCOUNT, DossierProblem.INVITATIONS_TODAY);
		if (email != null) {
			count("email " + email.toLowerCase(Locale.ROOT), today, MOST_TO_ONE, DossierProblem.INVITED_OFTEN);
		}
		if (subject != null) {
			count("subject " + subject, today, MOST_TO_ONE, DossierProblem.INVITED_OFTEN);
		}
	}

	private void count(String who, LocalDate today, int most, DossierProblem refusal) {
		if (jdbc.update(COUNT, Sha256.of(who), today, most) == 0) {
			throw new ProblemException(refusal, "max", most);
		}
	}

}
