package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import jakarta.annotation.PostConstruct;

/** Keeps partitions of the ledger ahead of the calendar: the two months behind, this one and the next three. */
@Component
class LedgerPartitions {

	private static final Logger LOG = LoggerFactory.getLogger(LedgerPartitions.class);

	private static final int MONTHS_AHEAD = 3;

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
		for (YearMonth month : months) {
			jdbc.queryForObject("select dossier.ensure_month(?)", Boolean.class, month.atDay(1));
		}
	}

}
