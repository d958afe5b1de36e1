package vn.motcua.identity.oauth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.identity.oauth.Programs.NewProgram;

/** Rows of programs for those who administer them; {@link Clients} reads the same rows for the authorization server. */
@Repository
class ProgramStore {

	private static final String COLUMNS = """
			select id, client_id, system, name, agency, redirect_uris, scopes, created_at, disabled_at
			from identity.client """;

	private static final String ALL = COLUMNS + " order by disabled_at is not null, client_id limit 500";

	private static final String FIND = COLUMNS + " where id = :id";

	private static final String INSERT = """
			insert into identity.client (id, client_id, name, redirect_uris, scopes, created_at)
			values (:id, :clientId, :name, :redirectUris, :scopes, :at) on conflict (client_id) do nothing
			""";

	private static final String DISABLE = "update identity.client set disabled_at = :at where id = :id and not system and disabled_at is null";

	private final JdbcClient sql;

	private final Clock clock;

	ProgramStore(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	List<Program> all() {
		return sql.sql(ALL).query(ProgramStore::program).list();
	}

	Optional<Program> find(UUID id) {
		return sql.sql(FIND).param("id", id).query(ProgramStore::program).optional();
	}

	/** Its number, or nothing when the name is taken. */
	Optional<UUID> insert(NewProgram program) {
		UUID id = UUID.randomUUID();
		int inserted = sql.sql(INSERT).param("id", id).param("clientId", program.clientId()).param("name", program.name().strip())
			.param("redirectUris", program.redirectUris().toArray(String[]::new))
			.param("scopes", program.scopes().toArray(String[]::new)).param("at", now()).update();
		return inserted == 1 ? Optional.of(id) : Optional.empty();
	}

	boolean disable(UUID id) {
		return sql.sql(DISABLE).param("id", id).param("at", now()).update() == 1;
	}

	private OffsetDateTime now() {
		return clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Program program(ResultSet row, int index) throws SQLException {
		return new Program(row.getObject("id", UUID.class), row.getString("client_id"), row.getString("name"), row.getBoolean("system"),
				row.getObject("agency", Integer.class), texts(row, "redirect_uris"), texts(row, "scopes"), moment(row, "created_at"), moment(row, "disabled_at"));
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		return List.of((String[]) row.getArray(column).getArray());
	}

	private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return at == null ? null : at.toInstant();
	}

}
