package vn.motcua.catalogue.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.catalogue.Abolition;
import vn.motcua.catalogue.PublicationDecision;
import vn.motcua.catalogue.PublishedVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.kernel.ProcedureCode;

/** The published bundles. */
@Repository
class VersionStore {

	/** Versions that may be in force on some day: those that no newer version of the same service covers whole. */
	private static final String IN_FORCE = """
			select v.id, v.version, v.bundle, v.valid_from, v.valid_until from catalogue.service_version v
			where not exists (select 1 from catalogue.service_version n where n.code = v.code and n.version > v.version
				and n.valid_from <= v.valid_from and (n.valid_until is null or n.valid_until >= v.valid_until))
			order by v.id limit 20000
			""";

	private static final String ONE = "select id, version, bundle, valid_from, valid_until from catalogue.service_version where id = :id";

	private static final String ID = "select id from catalogue.service_version where code = :code and version = :version";

	/** Changes with every row, also with one that gets its number before another and commits after it: the last thousand are counted. */
	private static final String MARK = """
			select (select count(*) || ' ' || coalesce(max(id), 0) from catalogue.service_version
					where id > (select coalesce(max(id), 0) - 1000 from catalogue.service_version)) as version,
				(select count(*) || ' ' || coalesce(max(id), 0) from catalogue.abolition
					where id > (select coalesce(max(id), 0) - 1000 from catalogue.abolition)) as abolition
			""";

	private static final String ABOLITIONS = """
			select distinct on (code) id, code, last_version, abolished_from, decision_number, decided_on, effective_on, abolished_at, approver_name
			from catalogue.abolition order by code, id desc limit 20000
			""";

	private static final String KNOWN = "select digest from catalogue.service_version where digest in (:digests)";

	private static final String LATEST = "select id, version, digest, valid_from from catalogue.service_version where code = :code order by version desc limit 1";

	private static final String LOCK = "select pg_advisory_xact_lock(7103, hashtext(:code))";

	private static final String ABOLISHED = "select exists (select 1 from catalogue.abolition where code = :code and last_version >= :version)";

	private static final String ABOLISH = """
			insert into catalogue.abolition (code, last_version, abolished_from, decision_number, decided_on, effective_on, abolished_at, proposed_by, approved_by, approver_name)
			values (:code, :lastVersion, :from, :number, :decidedOn, :effectiveOn, :at, :proposer, :approver, :approverName)
			""";

	private static final String INSERT = """
			insert into catalogue.service_version (code, version, digest, valid_from, valid_until, bundle, published_at, published_by, publisher_name,
				decision_number, decided_on, effective_on, decided_by, approved_by, approver_name)
			values (:code, :version, :digest, :validFrom, :validUntil, :bundle, :at, :by, :name, :number, :decidedOn, :effectiveOn, :decidedBy, :approver, :approverName)
			returning id
			""";

	private static final String VERSIONS = """
			select id, code, version, digest, valid_from, valid_until, published_at, publisher_name, decision_number, decided_on, effective_on, approver_name
			from catalogue.service_version where code = :code order by version desc limit 200
			""";

	record Row(long id, int version, byte[] bundle, LocalDate validFrom, @Nullable LocalDate validUntil) {
	}

	record Latest(long id, int version, String digest, LocalDate validFrom) {

		/** Whether what holds from that day would take effect before this version does, which it replaces. */
		boolean outrunBy(LocalDate from) {
			return from.isBefore(validFrom);
		}

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

	Snapshot.Mark mark() {
		return jdbc.sql(MARK).query((row, number) -> new Snapshot.Mark(row.getString("version"), row.getString("abolition"))).single();
	}

	/** The newest abolition of each service. */
	List<Abolition> abolitions() {
		return jdbc.sql(ABOLITIONS).query(VersionStore::abolition).list();
	}

	Optional<Long> id(ProcedureCode code, int version) {
		return jdbc.sql(ID).param("code", code.value()).param("version", version).query(Long.class).optional();
	}

	/** Those of these bundles, by their digests, that were published before. */
	Set<String> known(Collection<String> digests) {
		return digests.isEmpty() ? Set.of() : Set.copyOf(jdbc.sql(KNOWN).param("digests", digests).query(String.class).list());
	}

	/** Lets one publication of a service at a time go on, to the end of the transaction. */
	void lock(ProcedureCode code) {
		jdbc.sql(LOCK).param("code", code.value()).query().listOfRows();
	}

	Optional<Latest> latest(ProcedureCode code) {
		return jdbc.sql(LATEST).param("code", code.value()).query((row, number) -> new Latest(row.getLong("id"), row.getInt("version"), row.getString("digest"), row.getObject("valid_from", LocalDate.class))).optional();
	}

	long insert(PublishedVersion version, Bundle bundle, UUID by, @Nullable UUID approver, String decidedBy) {
		PublicationDecision decision = version.decision();
		return jdbc.sql(INSERT)
			.param("code", version.code().value())
			.param("version", version.version())
			.param("digest", version.digest())
			.param("validFrom", version.validFrom())
			.param("validUntil", version.validUntil(), Types.DATE)
			.param("bundle", bundle.zip())
			.param("at", OffsetDateTime.ofInstant(version.publishedAt(), ZoneOffset.UTC))
			.param("by", by)
			.param("name", version.publisherName())
			.param("number", decision == null ? null : decision.number(), Types.VARCHAR)
			.param("decidedOn", decision == null ? null : decision.decidedOn(), Types.DATE)
			.param("effectiveOn", decision == null ? null : decision.effectiveOn(), Types.DATE)
			.param("decidedBy", decidedBy)
			.param("approver", approver, Types.OTHER)
			.param("approverName", version.approverName(), Types.VARCHAR)
			.query(Long.class)
			.single();
	}

	/** Whether the service ended with this version. */
	boolean abolished(ProcedureCode code, long versionId) {
		return jdbc.sql(ABOLISHED).param("code", code.value()).param("version", versionId).query(Boolean.class).single();
	}

	void abolish(Abolition abolition, UUID proposer, UUID approver) {
		jdbc.sql(ABOLISH)
			.param("code", abolition.code().value())
			.param("lastVersion", abolition.lastVersion())
			.param("from", abolition.from())
			.param("number", abolition.decision().number())
			.param("decidedOn", abolition.decision().decidedOn())
			.param("effectiveOn", abolition.decision().effectiveOn())
			.param("at", OffsetDateTime.ofInstant(abolition.abolishedAt(), ZoneOffset.UTC))
			.param("proposer", proposer)
			.param("approver", approver)
			.param("approverName", abolition.approverName())
			.update();
	}

	List<PublishedVersion> versions(ProcedureCode code) {
		return jdbc.sql(VERSIONS).param("code", code.value()).query(VersionStore::published).list();
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getLong("id"), row.getInt("version"), row.getBytes("bundle"), row.getObject("valid_from", LocalDate.class),
				row.getObject("valid_until", LocalDate.class));
	}

	private static PublishedVersion published(ResultSet row, int number) throws SQLException {
		return new PublishedVersion(row.getLong("id"), new ProcedureCode(row.getString("code")), row.getInt("version"), row.getString("digest"),
				row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class),
				row.getObject("published_at", OffsetDateTime.class).toInstant(), row.getString("publisher_name"), decision(row), row.getString("approver_name"));
	}

	private static Abolition abolition(ResultSet row, int number) throws SQLException {
		return new Abolition(row.getLong("id"), new ProcedureCode(row.getString("code")), row.getLong("last_version"), row.getObject("abolished_from", LocalDate.class),
				Objects.requireNonNull(decision(row)), row.getObject("abolished_at", OffsetDateTime.class).toInstant(), row.getString("approver_name"));
	}

	/** The decision in the columns of that name, {@code null} where there is none. */
	static @Nullable PublicationDecision decision(ResultSet row) throws SQLException {
		String number = row.getString("decision_number");
		return number == null ? null : new PublicationDecision(number, row.getObject("decided_on", LocalDate.class), row.getObject("effective_on", LocalDate.class));
	}

}
