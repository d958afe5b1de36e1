package vn.motcua.audit.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail.Entry;
import vn.motcua.kernel.AgencyId;

/** Rows of the record of access: added and read, never changed. */
@Repository
class AccessStore {

	private static final String INSERT = """
			insert into audit.access (at, actor_kind, actor_account, actor_name, agency, action, object, subject, purpose)
			values (:at, :kind, :account, :name, :agency, :action, :object, :subject, :purpose)
			""";

	private static final String OF_SUBJECT = """
			select number, at, actor_account, actor_name, agency, action, object, purpose from audit.access
			where subject = :subject and number < :before order by number desc limit :limit
			""";

	private static final String OF_SUBJECT_ONLY = """
			select number, at, actor_account, actor_name, agency, action, object, purpose from audit.access
			where subject = :subject and (actor_account = :account or object = any(string_to_array(:objects, ' '))) and number < :before
			order by number desc limit :limit
			""";

	private static final String LATEST = """
			select number, at, actor_account, actor_name, agency, action, object, purpose from audit.access
			where number < :before and (:action::text is null or action = :action) order by number desc limit :limit
			""";

	private static final String BY_ACTOR = """
			select number, at, actor_account, actor_name, agency, action, object, purpose from audit.access
			where actor_account = :actor and number < :before and (:action::text is null or action = :action)
			order by number desc limit :limit
			""";

	private static final String PARTITION = """
			create table if not exists audit.access_%1$s partition of audit.access for values from ('%2$s') to ('%3$s')
			""";

	private static final String HELD_BY_DEFAULT = "select exists (select 1 from audit.access_elsewhen where at >= :from and at < :until)";

	private final JdbcClient sql;

	AccessStore(JdbcClient sql) {
		this.sql = sql;
	}

	void insert(Instant at, AccessRecord access) {
		AgencyId agency = access.actor().agency();
		sql.sql(INSERT).param("at", at.atOffset(ZoneOffset.UTC)).param("kind", access.actor().kind().name()).param("account", access.actor().account())
			.param("name", access.actor().name()).param("agency", agency == null ? null : agency.value()).param("action", access.action().name())
			.param("object", access.object()).param("subject", access.subject()).param("purpose", access.purpose()).update();
	}

	List<Entry> ofSubject(String subject, long before, int limit) {
		return sql.sql(OF_SUBJECT).param("subject", subject).param("before", before).param("limit", limit).query(AccessStore::entry).list();
	}

	/** Of the rows about a number those that one account may know of: what it did itself and what was done with objects of its own. */
	List<Entry> ofSubjectOnly(String subject, UUID account, List<String> objects, long before, int limit) {
		return sql.sql(OF_SUBJECT_ONLY).param("subject", subject).param("account", account).param("objects", String.join(" ", objects)).param("before", before)
			.param("limit", limit).query(AccessStore::entry).list();
	}

	List<Entry> latest(@Nullable UUID actor, @Nullable AuditAction action, long before, int limit) {
		JdbcClient.StatementSpec query = actor == null ? sql.sql(LATEST) : sql.sql(BY_ACTOR).param("actor", actor);
		return query.param("action", action == null ? null : action.name()).param("before", before).param("limit", limit).query(AccessStore::entry).list();
	}

	/** A month gets its partition before its first row; rows that came too early stay where they are. */
	void makePartition(YearMonth month) {
		OffsetDateTime from = month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
		OffsetDateTime until = month.plusMonths(1).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
		if (!sql.sql(HELD_BY_DEFAULT).param("from", from).param("until", until).query(Boolean.class).single()) {
			sql.sql(PARTITION.formatted(month.toString().toLowerCase(Locale.ROOT).replace('-', '_'), from, until)).update();
		}
	}

	private static Entry entry(ResultSet row, int index) throws SQLException {
		return new Entry(row.getLong("number"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("actor_name"),
				row.getObject("actor_account", UUID.class), row.getObject("agency", Integer.class), AuditAction.valueOf(row.getString("action")),
				row.getString("object"), row.getString("purpose"));
	}

}
