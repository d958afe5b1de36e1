package vn.motcua.reporting.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.reporting.Reports.State;
import vn.motcua.reporting.Reports.Step;
import vn.motcua.reporting.SheetKey;

/** Steps of reports, append-only. Whoever appends one holds the report's row. */
@Component
class StepStore {

	/** A report returned and mended every working day of a year has fewer. */
	static final int MOST = 2000;

	private static final String APPEND = """
			insert into reporting.step (regime, period, agency, number, kind, from_state, to_state, reason, due_at, sheet_version, account, account_name, by_system, at)
			select :regime, :period, :agency, coalesce(max(number), 0) + 1, :kind, :from, :to, :reason, :due, :sheet, :account, :name, :system, :at
			from reporting.step where regime = :regime and period = :period and agency = :agency""";

	private static final String APPEND_TO_ALL = """
			insert into reporting.step (regime, period, agency, number, kind, from_state, to_state, account, account_name, by_system, at)
			select :regime, :period, made.agency, 1, 'OPEN', null, 'OPEN', :account, :name, :system, :at from unnest(:agencies::int[]) as made(agency)""";

	private static final String STARTED = """
			insert into reporting.step (regime, period, agency, number, kind, from_state, to_state, account, account_name, by_system, at)
			select k.regime, k.period, k.agency, (select coalesce(max(s.number), 0) + 1 from reporting.step s
				where s.regime = k.regime and s.period = k.period and s.agency = k.agency), 'START', k.state, 'DRAFTING', :account, :name, :system, :at
			from unnest(:regimes::int[], :periods::date[], :agencies::int[], :states::text[]) as k(regime, period, agency, state)""";

	private static final String ALL = """
			select number, kind, from_state, to_state, reason, due_at, sheet_version, account_name, at from reporting.step
			where regime = :regime and period = :period and agency = :agency order by number limit 2000""";

	private static final String REMINDED = """
			select exists (select from reporting.step where regime = :regime and period = :period and agency = :agency and kind = 'REMIND' and at >= :since)""";

	private final JdbcClient jdbc;

	StepStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void append(SheetKey key, ReportAct act, State from, State to, @Nullable Integer sheetVersion, Actor actor, Instant at) {
		jdbc.sql(APPEND).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value()).param("kind", act.act().name())
			.param("from", from.name()).param("to", to.name()).param("reason", act.assignee() == null ? act.reason() : act.assignee().name()).param("due", ObligationStore.at(act.dueAt())).param("sheet", sheetVersion)
			.param("account", actor.account()).param("name", actor.name()).param("system", system(actor)).param("at", ObligationStore.at(at)).update();
	}

	void opened(int regime, LocalDate period, Collection<Integer> agencies, Actor actor, Instant at) {
		jdbc.sql(APPEND_TO_ALL).param("regime", regime).param("period", period).param("agencies", agencies.toArray(Integer[]::new))
			.param("account", actor.account()).param("name", actor.name()).param("system", system(actor)).param("at", ObligationStore.at(at)).update();
	}

	/** Reports of which figures were saved for the first time, or again after a check or a return. */
	void started(List<ObligationRow> rows, Actor actor, Instant at) {
		jdbc.sql(STARTED).param("regimes", rows.stream().map(row -> row.key().regime()).toArray(Integer[]::new))
			.param("periods", rows.stream().map(row -> row.key().period().toString()).toArray(String[]::new))
			.param("agencies", rows.stream().map(row -> row.key().agency().value()).toArray(Integer[]::new))
			.param("states", rows.stream().map(row -> row.state().name()).toArray(String[]::new)).param("account", actor.account()).param("name", actor.name()).param("system", system(actor))
			.param("at", ObligationStore.at(at)).update();
	}

	List<Step> all(SheetKey key) {
		return jdbc.sql(ALL).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value()).query((row, _) -> {
			String from = row.getString("from_state");
			return new Step(row.getInt("number"), row.getString("kind"), from == null ? null : State.valueOf(from), State.valueOf(row.getString("to_state")),
					row.getString("reason"), ObligationStore.moment(row, "due_at"), row.getObject("sheet_version", Integer.class), row.getString("account_name"),
					ObligationStore.instant(row, "at"));
		}).list();
	}

	/** Whether somebody reminded of it since a moment. */
	boolean reminded(SheetKey key, Instant since) {
		return jdbc.sql(REMINDED).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value()).param("since", ObligationStore.at(since))
			.query(Boolean.class).single();
	}

	/** Programs work in no time: what they did is no part of the hours of a report. */
	private static boolean system(Actor actor) {
		return actor.kind() == Actor.Kind.AGENCY_SYSTEM || actor.kind() == Actor.Kind.PLATFORM;
	}

}
