package vn.motcua.exchange.participant;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participant.Contact;
import vn.motcua.exchange.Participant.Profile;
import vn.motcua.exchange.Participant.Quota;
import vn.motcua.exchange.Participant.State;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.ProcedureCode;

/** SQL of agencies' systems that take part. */
@Repository
class ParticipantStore {

	private static final String SELECT = "select " + ParticipantRows.COLUMNS + " from exchange.participant ";

	private static final String FIND = SELECT + "where id = :id";

	private static final String ALL = SELECT + "order by client_id limit 5000";

	private static final String APPROVED = SELECT + "where state = 'APPROVED' order by client_id limit 5000";

	private static final String TAKERS = SELECT + """
			where state = 'APPROVED' and takes_portal and (agency = any(:agencies) or agencies && :agencies) order by client_id limit 5000""";

	private static final String INSERT = """
			insert into exchange.participant (id, client_id, agency, name, contact_name, contact_email, contact_phone, purpose, ground, agencies, procedures,
				takes_portal, reports, expected_lines_a_day, state, lines_a_day, calls_a_minute, registered_by, registered_by_name, registered_at, version)
			values (:id, :clientId, :agency, :name, :contactName, :contactEmail, :contactPhone, :purpose, :ground, :agencies, :procedures,
				:takesPortal, :reports, :expected, 'REGISTERED', :lines, :calls, :by, :byName, :at, 1)
			on conflict do nothing""";

	private static final String DECIDE = """
			update exchange.participant set state = :to, reason = :reason, lines_a_day = :lines, calls_a_minute = :calls, decided_by = :by,
				decided_by_name = :byName, decided_at = :at, version = version + 1
			where id = :id and state = :from""";

	private static final String NO_REPORTS = "update exchange.participant set reports = false where id = :id";

	private static final String CONTACT = """
			update exchange.participant set name = :name, contact_name = :contactName, contact_email = :contactEmail, contact_phone = :contactPhone,
				version = version + 1
			where id = :id""";

	private final JdbcClient sql;

	private final Clock clock;

	ParticipantStore(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	Optional<Participant> find(UUID id) {
		return sql.sql(FIND).param("id", id).query(ParticipantRows::participant).optional();
	}

	List<Participant> all() {
		return sql.sql(ALL).query(ParticipantRows::participant).list();
	}

	List<Participant> approved() {
		return sql.sql(APPROVED).query(ParticipantRows::participant).list();
	}

	/** Those that speak for one of these agencies. */
	List<Participant> takers(Collection<AgencyId> agencies) {
		return sql.sql(TAKERS).param("agencies", numbers(agencies)).query(ParticipantRows::participant).list();
	}

	/** False when the client id is taken. */
	boolean insert(UUID id, String clientId, AgencyId agency, Profile profile, Quota quota, Actor by) {
		return sql.sql(INSERT).param("id", id).param("clientId", clientId).param("agency", agency.value()).param("name", profile.name())
			.param("contactName", profile.contact().name()).param("contactEmail", profile.contact().email()).param("contactPhone", profile.contact().phone())
			.param("purpose", profile.purpose()).param("ground", profile.ground())
			.param("agencies", numbers(profile.agencies()))
			.param("procedures", profile.procedures().stream().map(ProcedureCode::value).sorted().toArray(String[]::new))
			.param("takesPortal", profile.takesPortal()).param("reports", profile.reports()).param("expected", profile.expectedLinesADay()).param("lines", quota.linesADay())
			.param("calls", quota.callsAMinute()).param("by", by.account()).param("byName", by.name()).param("at", now()).update() == 1;
	}

	/** False when it is not in that state any more. */
	boolean decide(UUID id, State from, State to, Quota quota, @Nullable String reason, Actor by) {
		return sql.sql(DECIDE).param("id", id).param("from", from.name()).param("to", to.name()).param("reason", reason).param("lines", quota.linesADay())
			.param("calls", quota.callsAMinute()).param("by", by.account()).param("byName", by.name()).param("at", now()).update() == 1;
	}

	/** It was not allowed to deliver figures of reports. */
	void noReports(UUID id) {
		sql.sql(NO_REPORTS).param("id", id).update();
	}

	void contact(UUID id, String name, Contact contact) {
		sql.sql(CONTACT).param("id", id).param("name", name).param("contactName", contact.name()).param("contactEmail", contact.email())
			.param("contactPhone", contact.phone()).update();
	}

	private static Integer[] numbers(Collection<AgencyId> agencies) {
		return agencies.stream().map(AgencyId::value).sorted().toArray(Integer[]::new);
	}

	private OffsetDateTime now() {
		return clock.instant().atOffset(ZoneOffset.UTC);
	}

}
