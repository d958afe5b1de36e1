package vn.motcua.reporting.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import vn.motcua.kernel.AgencyId;

/** Boards as rows. */
@Repository
class BoardStore {

	private static final TypeReference<List<BoardPicture>> PICTURES = new TypeReference<>() {
	};

	private static final String COLUMNS = "number, name, owner, owner_name, agency, sharing, pictures, version, changed_at";

	private static final String INSERT = """
			insert into reporting.board (name, owner, owner_name, agency, sharing, pictures, changed_at)
			select :name, :owner, :ownerName, :agency, :sharing, :pictures::jsonb, :at
			where (select count(*) from reporting.board where owner = :owner) < :most
			returning number
			""";

	private static final String UPDATE = """
			update reporting.board set name = :name, sharing = :sharing, pictures = :pictures::jsonb, version = version + 1, changed_at = :at
			where number = :number and version = :version
			""";

	private static final String DELETE = "delete from reporting.board where number = :number and owner = :owner";

	private static final String FIND = "select " + COLUMNS + " from reporting.board where number = :number";

	private static final String OF_OWNER = "select " + COLUMNS + " from reporting.board where owner = :owner order by number desc limit :limit";

	private static final String SHARED = "select " + COLUMNS + """
			 from reporting.board where (sharing = 'EVERYBODY' or sharing = 'AGENCY' and agency = :agency) and owner <> :account and number < :before
			order by number desc limit :limit
			""";

	private final JdbcClient sql;

	private final JsonMapper json;

	BoardStore(JdbcClient sql, JsonMapper json) {
		this.sql = sql;
		this.json = json;
	}

	/** Number of the new board; empty when its owner has as many as one can have. */
	Optional<Long> insert(Board board, int most) {
		return sql.sql(INSERT).param("name", board.name()).param("owner", board.owner()).param("ownerName", board.ownerName()).param("agency", board.agency().value())
			.param("sharing", board.sharing().name()).param("pictures", json.writeValueAsString(board.pictures())).param("at", utc(board.changedAt())).param("most", most)
			.query(Long.class).optional();
	}

	/** False when somebody changed it since the version that the change was made on. */
	boolean update(Board board) {
		return sql.sql(UPDATE).param("name", board.name()).param("sharing", board.sharing().name()).param("pictures", json.writeValueAsString(board.pictures()))
			.param("at", utc(board.changedAt())).param("number", board.number()).param("version", board.version()).update() == 1;
	}

	void delete(long number, UUID owner) {
		sql.sql(DELETE).param("number", number).param("owner", owner).update();
	}

	Optional<Board> find(long number) {
		return sql.sql(FIND).param("number", number).query(this::board).optional();
	}

	List<Board> of(UUID owner, int limit) {
		return sql.sql(OF_OWNER).param("owner", owner).param("limit", limit).query(this::board).list();
	}

	/** Those of others that an agency's officers see, the newest first. */
	List<Board> shared(UUID account, AgencyId agency, long before, int limit) {
		return sql.sql(SHARED).param("account", account).param("agency", agency.value()).param("before", before).param("limit", limit).query(this::board).list();
	}

	private Board board(ResultSet row, int index) throws SQLException {
		return new Board(row.getLong("number"), row.getString("name"), row.getObject("owner", UUID.class), row.getString("owner_name"), new AgencyId(row.getInt("agency")),
				Sharing.valueOf(row.getString("sharing")), json.readValue(row.getString("pictures"), PICTURES), row.getInt("version"),
				row.getObject("changed_at", OffsetDateTime.class).toInstant());
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
