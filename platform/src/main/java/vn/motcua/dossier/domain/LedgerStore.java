package vn.motcua.dossier.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.kernel.DossierCode;

/** SQL of the write path: an event and the state it leads to, always together in one statement. */
@Repository
class LedgerStore {

	private static final String NEW_EVENT = """
			insert into dossier.event (received_on, code, seq, type, status, at, actor_kind, actor_account, actor_name, agency, channel, reason, detail)
			select ?::date, ?, ?::integer, ?, ?::smallint, ?::timestamptz, ?, ?::uuid, ?, ?::integer, ?::smallint, ?, ?::jsonb from allowed
			returning number, recorded_at""";

	private static final String NEW_STATE = """
			insert into dossier.dossier (%s)
			select ?::date, ?, ?::integer, ?::smallint, ?::integer, ?, ?::bigint, ?, ?::smallint, ?::uuid, ?, ?, ?::timestamptz, ?::timestamptz,
				?::timestamptz, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::uuid, ?, ?::timestamptz, ?, ?::jsonb from allowed""".formatted(StateRow.COLUMNS);

	private static final String SUBMIT = """
			with allowed as (
				update dossier.draft set submitted_code = ?, submitted_at = ?::timestamptz, answers = '{}', version = version + 1
				where id = ?::uuid and account = ?::uuid and version = ?::integer and submitted_code is null returning 1
			), state as (%s), event as (%s)
			select number, recorded_at from event""".formatted(NEW_STATE, NEW_EVENT);

	private static final String ENTER = """
			with allowed as (
				insert into dossier.request_key (account, key, digest, location, made_at) values (?::uuid, ?, ?, ?, ?::timestamptz)
				on conflict do nothing returning 1
			), state as (%s), event as (%s)
			select number, recorded_at from event""".formatted(NEW_STATE, NEW_EVENT);

	private static final String STEP = """
			with allowed as (
				update dossier.dossier set version = ?, status = ?::smallint, accepted_at = ?::timestamptz, due_at = ?::timestamptz,
					paused_at = ?::timestamptz, completed_at = ?::timestamptz, ended_at = ?::timestamptz, holder_owner = ?::uuid, holder_role = ?,
					step_due_at = ?::timestamptz, verification_token = ?, detail = ?::jsonb
				where received_on = ?::date and code = ? and version = ? returning 1
			), event as (%s)
			select number, recorded_at from event""".formatted(NEW_EVENT);

	private static final String STATE = "select " + StateRow.COLUMNS + " from dossier.dossier where received_on = ? and code = ?";

	private static final String FILED = """
			select d.*, e.detail -> 'answers' as answers from dossier.dossier d
			join dossier.event e on e.received_on = d.received_on and e.code = d.code and e.seq = 1
			where d.received_on = ? and d.code = ? and e.received_on = ?""";

	private static final String SEVERAL = "select " + StateRow.COLUMNS
			+ " from dossier.dossier where (received_on, code) in (select * from unnest(?::date[], ?::text[]))";

	private static final String OF_TOKEN = "select " + StateRow.COLUMNS + " from dossier.dossier where verification_token = ? and received_on >= ? and received_on < ?";

	private static final String OF_APPLICANT = "select " + StateRow.COLUMNS + """
			 from dossier.dossier where applicant_subject = ? and (?::uuid is null or applicant_account = ?) and (submitted_at, code) < (?::timestamptz, ?)
			order by submitted_at desc, code desc limit ?""";

	private static final String EVENTS = "select " + EventRows.COLUMNS + " from dossier.event where received_on = ? and code = ? order by seq limit 2000";

	private static final String ENTERED_AS = "select location, digest from dossier.request_key where account = ? and key = ?";

	private final JdbcTemplate jdbc;

	LedgerStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Marks the draft and makes the dossier; empty when the draft changed or was submitted meanwhile. */
	Optional<DossierEvent> submit(UUID draft, UUID account, int draftVersion, DossierEvent event, DossierState state) {
		List<Object> values = values(event.code().value(), EventRows.utc(event.at()), draft, account, draftVersion);
		return appended(SUBMIT, values, event, state);
	}

	/** Takes the request key and makes the dossier; empty when the key was taken before. */
	Optional<DossierEvent> enter(UUID account, String key, String digest, DossierEvent event, DossierState state) {
		return appended(ENTER, values(account, key, digest, event.code().value(), EventRows.utc(event.at())), event, state);
	}

	record Entered(DossierCode code, String digest) {
	}

	Optional<Entered> enteredAs(UUID account, String key) {
		return jdbc.query(ENTERED_AS, (row, _) -> new Entered(new DossierCode(row.getString("location")), row.getString("digest")), account, key)
			.stream().findFirst();
	}

	/** Appends a step; empty when another event came in between. */
	Optional<DossierEvent> step(DossierEvent event, DossierState state) {
		StateRow row = StateRow.of(state);
		List<Object> values = values(row.version(), row.status(), EventRows.utc(row.acceptedAt()), EventRows.utc(row.dueAt()), EventRows.utc(row.pausedAt()),
				EventRows.utc(row.completedAt()), EventRows.utc(row.endedAt()), row.holderOwner(), row.holderRole(), EventRows.utc(row.stepDueAt()),
				row.verificationToken(), row.detail().toString(), row.receivedOn(), row.code(), row.version() - 1);
		values.addAll(values(event));
		return jdbc.query(STEP, (result, _) -> recorded(event, result), values.toArray()).stream().findFirst();
	}

	Optional<DossierState> find(DossierCode code) {
		return jdbc.query(STATE, StateRow::read, code.receivedOn(), code.value()).stream().findFirst().map(StateRow::state);
	}

	/** A dossier with the answers of its submission. */
	record Filed(DossierState state, ObjectNode answers) {
	}

	Optional<Filed> filed(DossierCode code) {
		return jdbc.query(FILED, (row, number) -> new Filed(StateRow.read(row, number).state(), LedgerJson.readObject(row.getString("answers"))),
				code.receivedOn(), code.value(), code.receivedOn()).stream().findFirst();
	}

	/** States of at most some thousand dossiers in one query. */
	Map<DossierCode, DossierState> find(Collection<DossierCode> codes) {
		Object[] days = codes.stream().map(code -> code.receivedOn().toString()).toArray();
		Object[] names = codes.stream().map(DossierCode::value).toArray();
		Map<DossierCode, DossierState> states = new HashMap<>();
		jdbc.query(connection -> {
			var statement = connection.prepareStatement(SEVERAL);
			statement.setArray(1, connection.createArrayOf("date", days));
			statement.setArray(2, connection.createArrayOf("text", names));
			return statement;
		}, StateRow::read).forEach(row -> states.put(new DossierCode(row.code()), row.state()));
		return states;
	}

	Optional<DossierState> ofToken(String token, LocalDate from, LocalDate until) {
		return jdbc.query(OF_TOKEN, StateRow::read, token, from, until).stream().findFirst().map(StateRow::state);
	}

	/** Newest first, from below a place; handed in by one account, or by any. */
	List<DossierState> ofApplicant(String subject, @Nullable UUID account, int limit, Instant before, String beforeCode) {
		return jdbc.query(OF_APPLICANT, StateRow::read, subject, account, account, EventRows.utc(before), beforeCode, limit).stream().map(StateRow::state).toList();
	}

	List<DossierEvent> events(DossierCode code) {
		return jdbc.query(EVENTS, EventRows::read, code.receivedOn(), code.value());
	}

	private Optional<DossierEvent> appended(String statement, Collection<Object> mark, DossierEvent event, DossierState state) {
		List<Object> values = new ArrayList<>(mark);
		values.addAll(Arrays.asList(StateRow.of(state).values()));
		values.addAll(values(event));
		return jdbc.query(statement, (row, _) -> recorded(event, row), values.toArray()).stream().findFirst();
	}

	private static List<Object> values(DossierEvent event) {
		return values(event.code().receivedOn(), event.code().value(), event.seq(), event.type().name(), event.status().number(),
				EventRows.utc(event.at()), event.actorKind().name(), event.actorAccount(), event.actorName(), event.agency().value(),
				event.channel().number(), event.reason(), event.detail().toString());
	}

	private static List<Object> values(Object... values) {
		return new ArrayList<>(Arrays.asList(values));
	}

	private static DossierEvent recorded(DossierEvent event, ResultSet row) throws SQLException {
		return new DossierEvent(row.getLong("number"), event.code(), event.seq(), event.type(), event.status(), event.at(),
				EventRows.moment(row, "recorded_at"), event.actorKind(), event.actorAccount(), event.actorName(), event.agency(), event.channel(),
				event.reason(), event.detail());
	}

}
