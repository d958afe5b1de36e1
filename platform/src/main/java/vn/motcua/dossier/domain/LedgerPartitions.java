package vn.motcua.dossier.domain;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import jakarta.annotation.PostConstruct;

/** Keeps partitions of the ledger ahead of the calendar: the two months behind, this one and the next three. */
@Component
class LedgerPartitions {

	private static final Logger LOG = LoggerFactory.getLogger(LedgerPartitions.class);

	private static final int MONTHS_AHEAD = 3;

	/** Less than the second after which the database looks for rings and ends somebody else's work. */
	private static final String ENSURE = "select dossier.ensure_month(?) from (select set_config('lock_timeout', '300ms', true)) patience";

	private static final int TRIES = 50;

	/** lock_not_available, deadlock_detected; duplicate_table, duplicate_object, unique_violation: another made the month at the same time. */
	private static final Set<String> IN_USE = Set.of("55P03", "40P01", "42P07", "42710", "23505");

	private final JdbcTemplate jdbc;

	private final Clock clock;

	LedgerPartitions(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@PostConstruct
	void keepAhead() {
		LocalDate today = LocalDate.ofInstant(clock.instant(), ProcessingDeadline.ZONE);
		jdbc.execute("select dossier.ensure_month((date '%s' + make_interval(months => n))::date) from generate_series(-2, %d) n".formatted(today, MONTHS_AHEAD));
	}

	/** Twice a day; a line in the partition for unforeseen months means that this did not run for months. */
	@Scheduled(initialDelayString = "PT12H", fixedDelayString = "PT12H")
	void keep() {
		keepAhead();
		Boolean strays = jdbc.queryForObject("select exists (select from dossier.event_other)", Boolean.class);
		if (Boolean.TRUE.equals(strays)) {
			LOG.error("the ledger has events outside its monthly partitions: move them out of dossier.event_other");
		}
	}

	/** Makes what is missing for months that a bulk load brings. */
	void ensure(Collection<YearMonth> months) {
		months.forEach(this::ensure);
	}

	/**
	 * A new partition needs both tables for itself for a moment. Whoever works with them is not made to wait for long, nor for each other
	 * in a ring: this gives way and asks again.
	 */
	private void ensure(YearMonth month) {
		for (int tried = 1;; tried++) {
			try {
				jdbc.queryForObject(ENSURE, Boolean.class, month.atDay(1));
				return;
			}
			catch (DataAccessException failed) {
				if (tried == TRIES || !inUse(failed)) {
					throw failed;
				}
			}
		}
	}

	/** The wait for a lock was given up, or ended to break a ring, or another was there first. */
	private static boolean inUse(DataAccessException failed) {
		return failed.getMostSpecificCause() instanceof SQLException cause && IN_USE.contains(cause.getSQLState());
	}

}
