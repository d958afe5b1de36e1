package vn.motcua.file;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of the stored bytes. */
@Repository
class StoredFileStore {

	private static final String INSERT = """
			insert into file.stored (id, name, media_type, size_bytes, sha256, stored_at) values (?, ?, ?, ?, ?, ?)
			""";

	private static final String FIND = """
			select id, name, media_type, size_bytes, sha256, stored_at from file.stored where id = ?
			""";

	private static final String FIND_MANY = """
			select id, name, media_type, size_bytes, sha256, stored_at from file.stored where id = any(?) order by stored_at, id
			""";

	private static final RowMapper<StoredFile> ROW = (row, number) -> new StoredFile(row.getObject("id", UUID.class), row.getString("name"),
			row.getString("media_type"), row.getLong("size_bytes"), HexFormat.of().formatHex(row.getBytes("sha256")),
			row.getTimestamp("stored_at").toInstant());

	private final JdbcClient jdbc;

	StoredFileStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(StoredFile file) {
		jdbc.sql(INSERT)
			.params(file.id(), file.name(), file.mediaType(), file.sizeBytes(), HexFormat.of().parseHex(file.sha256()), Timestamp.from(file.storedAt()))
			.update();
	}

	Optional<StoredFile> find(UUID id) {
		return jdbc.sql(FIND).param(id).query(ROW).optional();
	}

	List<StoredFile> find(Collection<UUID> ids) {
		return jdbc.sql(FIND_MANY).param(ids.toArray(UUID[]::new)).query(ROW).list();
	}

}
