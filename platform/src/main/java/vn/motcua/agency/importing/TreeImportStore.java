package vn.motcua.agency.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.Actor;

@Repository
class TreeImportStore {

	private static final String FIELDS = """
			select id, file_name, effective_on, uploaded_by_name, uploaded_at, tree_version, applied_at, applied_by_name, added, renamed, moved, ended
			from agency.tree_import""";

	private static final String INSERT = """
			insert into agency.tree_import (id, file_name, content, effective_on, uploaded_by, uploaded_by_name, uploaded_at, tree_version)
			values (:id, :name, :content, :on, :by, :byName, :at, :version)""";

	private static final String APPLIED = """
			update agency.tree_import set applied_at = :at, applied_by_name = :by, added = :added, renamed = :renamed, moved = :moved, ended = :ended
			where id = :id and applied_at is null""";

	/** Only the latest files stay: they are working papers, the record is in the tree. */
	private static final String FORGET = """
			delete from agency.tree_import where applied_at is null and id not in
				(select id from agency.tree_import order by uploaded_at desc limit 50)""";

	private final JdbcClient jdbc;

	TreeImportStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(UUID id, String fileName, byte[] content, LocalDate on, Actor actor, Instant at, long treeVersion) {
		jdbc.sql(INSERT).param("id", id).param("name", fileName).param("content", content).param("on", on).param("by", actor.account())
			.param("byName", actor.name()).param("at", Timestamp.from(at)).param("version", treeVersion).update();
		jdbc.sql(FORGET).update();
	}

	Optional<TreeImport> find(UUID id) {
		return jdbc.sql(FIELDS + " where id = :id").param("id", id).query((row, number) -> treeImport(row)).optional();
	}

	byte[] content(UUID id) {
		return jdbc.sql("select content from agency.tree_import where id = :id").param("id", id).query(byte[].class).single();
	}

	List<TreeImport> latest(int limit) {
		return jdbc.sql(FIELDS + " order by uploaded_at desc, id limit :limit").param("limit", limit).query((row, number) -> treeImport(row)).list();
	}

	/** Zero when it was applied meanwhile. */
	int markApplied(UUID id, TreePlan plan, Actor actor, Instant at) {
		return jdbc.sql(APPLIED).param("id", id).param("at", Timestamp.from(at)).param("by", actor.name())
			.param("added", plan.count(Change.Kind.ADDED)).param("renamed", plan.count(Change.Kind.RENAMED))
			.param("moved", plan.count(Change.Kind.MOVED)).param("ended", plan.count(Change.Kind.ENDED)).update();
	}

	private static TreeImport treeImport(ResultSet row) throws SQLException {
		return new TreeImport(row.getObject("id", UUID.class), row.getString("file_name"), row.getObject("effective_on", LocalDate.class),
				row.getString("uploaded_by_name"), row.getTimestamp("uploaded_at").toInstant(), row.getLong("tree_version"),
				instant(row.getTimestamp("applied_at")), row.getString("applied_by_name"), row.getInt("added"), row.getInt("renamed"),
				row.getInt("moved"), row.getInt("ended"));
	}

	private static @Nullable Instant instant(@Nullable Timestamp at) {
		return at == null ? null : at.toInstant();
	}

}
