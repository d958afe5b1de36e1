package vn.motcua.exchange.participant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participant.Contact;
import vn.motcua.exchange.Participant.Course;
import vn.motcua.exchange.Participant.Profile;
import vn.motcua.exchange.Participant.Quota;
import vn.motcua.exchange.Participant.State;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.ProcedureCode;

/** A row of {@code exchange.participant} as what it says. */
final class ParticipantRows {

	static final String COLUMNS = """
			id, client_id, agency, name, contact_name, contact_email, contact_phone, purpose, ground, agencies, procedures, takes_portal, reports,
			expected_lines_a_day, state, reason, lines_a_day, calls_a_minute, registered_by, registered_by_name, registered_at, decided_by_name,
			decided_at""";

	private ParticipantRows() {
	}

	static Participant participant(ResultSet row, int index) throws SQLException {
		return new Participant(row.getObject("id", UUID.class), row.getString("client_id"), new AgencyId(row.getInt("agency")), profile(row),
				State.valueOf(row.getString("state")), new Quota(row.getLong("lines_a_day"), row.getInt("calls_a_minute")), course(row));
	}

	private static Profile profile(ResultSet row) throws SQLException {
		Contact contact = new Contact(row.getString("contact_name"), row.getString("contact_email"), row.getString("contact_phone"));
		Integer[] agencies = (Integer[]) row.getArray("agencies").getArray();
		String[] procedures = (String[]) row.getArray("procedures").getArray();
		return new Profile(row.getString("name"), contact, row.getString("purpose"), row.getString("ground"),
				Arrays.stream(agencies).map(AgencyId::new).collect(Collectors.toSet()),
				Arrays.stream(procedures).map(ProcedureCode::new).collect(Collectors.toSet()), row.getBoolean("takes_portal"), row.getBoolean("reports"),
				row.getLong("expected_lines_a_day"));
	}

	private static Course course(ResultSet row) throws SQLException {
		return new Course(row.getObject("registered_by", UUID.class), row.getString("registered_by_name"),
				row.getObject("registered_at", OffsetDateTime.class).toInstant(), row.getString("decided_by_name"), moment(row), row.getString("reason"));
	}

	private static @Nullable Instant moment(ResultSet row) throws SQLException {
		OffsetDateTime at = row.getObject("decided_at", OffsetDateTime.class);
		return at == null ? null : at.toInstant();
	}

}
