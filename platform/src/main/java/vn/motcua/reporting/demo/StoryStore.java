package vn.motcua.reporting.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which parts of the demonstration were told, and which periods have made-up figures. */
@Component
@ConditionalOnBooleanProperty("motcua.demo")
class StoryStore {

	private static final String TOLD = "select exists (select from reporting.demonstration where part = :part)";

	private static final String TELL = "insert into reporting.demonstration (part, made_at) values (:part, :at) on conflict do nothing";

	private static final String MARK = "insert into reporting.synthetic (regime, period) values (:regime, :period) on conflict do nothing";

	private final JdbcClient jdbc;

	private final Clock clock;

	StoryStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	boolean told(String part) {
		return jdbc.sql(TOLD).param("part", part).query(Boolean.class).single();
	}

	void tell(String part) {
		jdbc.sql(TELL).param("part", part).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
	}

	/** Whoever reads figures of the period is told that they are made up. */
	void markSynthetic(int regime, LocalDate period) {
		jdbc.sql(MARK).param("regime", regime).param("period", period).update();
	}

}
