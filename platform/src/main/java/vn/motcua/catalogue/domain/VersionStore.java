package vn.motcua.catalogue.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.catalogue.PublishedVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.kernel.ProcedureCode;

/** The published bundles. */
@Repository
class VersionStore {

	/** Versions that may be in force on some day: those that no newer version of the same service covers whole. */
	private static final String IN_FORCE = """
			select v.id, v.version, v.bundle from catalogue.service_version v
			where not exists (select 1 from catalogue.service_version n where n.code = v.code and n.version > v.version
				and n.valid_from <= v.valid_from and (n.valid_until is null or n.valid_until >= v.valid_until))
			order by v.id limit 20000
			""";

	private static final String ONE = "select id, version, bundle from catalogue.service_version where id = :id";

	private static final String LAST_ID = "select coalesce(max(id), 0) from catalogue.service_version";

	private static final String KNOWN = "select exists (select 1 from catalogue.service_version where code = :code and digest = :digest)";

	private static final String LATEST = "select version, digest from catalogue.service_version where code = :code order by version desc limit 1";

	private static final String LOCK = "select pg_advisory_xact_lock(7103, hashtext(:code))";

	private static final String INSERT = """
			insert into catalogue.service_version (code, version, digest, valid_from, valid_until, bundle, published_at, published_by, publisher_name)
			values (:code, :version, :digest, :validFrom, :validUntil, :bundle, :at, :by, :name) returning id
			""";

	private static final String VERSIONS = """
			select id, code, version, digest, valid_from, valid_until, published_at, publisher_name from catalogue.service_version
			where code = :code order by version desc limit 200
			""";

	record Row(long id, int version, byte[] bundle) {
	}

	record Latest(int version, String digest) {
	}

	private final JdbcClient jdbc;

	VersionStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Row> inForce() {
		return jdbc.sql(IN_FORCE).query(VersionStore::row).list();
	}

	Optional<Row> find(long id) {
		return jdbc.sql(ONE).param("id", id).query(VersionStore::row).optional();
	}

	long lastId() {
		return jdbc.sql(LAST_ID).query(Long.class).single();
	}

	boolean known(ProcedureCode code, String digest) {
		return jdbc.sql(KNOWN).param("code", code.value()).param("digest", digest).query(Boolean.class).single();
	}

	/** Lets one publication of a service at a time go on, to the end of the transaction. */
	void lock(ProcedureCode code) {
		jdbc.sql(LOCK).param("code", code.value()).query().listOfRows();
	}

	Optional<Latest> latest(ProcedureCode code) {
		return jdbc.sql(LATEST).param("code", code.value()).query((row, number) -> new Latest(row.getInt("version"), row.getString("digest"))).optional();
	}

	long insert(ProcedureCode code, int version, Bundle bundle, LocalDate from, @Nullable LocalDate until, Instant at, UUID by, String name) {
		return jdbc.sql(INSERT)
			.param("code", code.value())
			.param("version", version)
			.param("digest", bundle.digest())
			.param("validFrom", from)
			.param("validUntil", until)
			.param("bundle", bundle.zip())
			.param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
			.param("by", by)
			.param("name", name)
			.query(Long.class)
			.single();
	}

	List<PublishedVersion> versions(ProcedureCode code) {
		return jdbc.sql(VERSIONS).param("code", code.value()).query(VersionStore::published).list();
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getLong("id"), row.getInt("version"), row.getBytes("bundle"));
	}

	private static PublishedVersion published(ResultSet row, int number) throws SQLException {
		return new PublishedVersion(row.getLong("id"), new ProcedureCode(row.getString("code")), row.getInt("version"), row.getString("digest"),
				row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class),
				row.getObject("published_at", OffsetDateTime.class).toInstant(), row.getString("publisher_name"));
	}

}
