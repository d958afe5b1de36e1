package vn.motcua.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.identity.Role;
import vn.motcua.kernel.AgencyId;

/** Roles at agencies. */
@Repository
class RoleStore {

	private static final String GRANT = """
			insert into identity.role_grant (account, role, agency, valid_from, granted_by, granted_at)
			values (:account, :role, :agency, :from, :by, :at)
			on conflict (account, role, agency) where ended_at is null do nothing
			""";

	private static final String END = """
			update identity.role_grant set ended_at = :at, ended_by = :by, valid_until = greatest(valid_from, :today)
			where number = :number and ended_at is null
			""";

	private static final String OF_ACCOUNT = """
			select number, account, role, agency, valid_from, valid_until, ended_at is not null as ended
			from identity.role_grant where account = :account order by number limit 500
			""";

	private static final String HOLDERS = """
			select distinct g.account from identity.role_grant g join identity.account a on a.id = g.account and a.closed_at is null
			where g.role = any(:roles) and (cardinality(:agencies::integer[]) = 0 or g.agency = any(:agencies)) and g.ended_at is null
				and g.valid_from <= :today and (g.valid_until is null or g.valid_until >= :today)
			order by g.account limit 200
			""";

	private static final String BY_NUMBER = """
			select number, account, role, agency, valid_from, valid_until, ended_at is not null as ended
			from identity.role_grant where number = :number
			""";

	private final JdbcClient sql;

	private final Clock clock;

	RoleStore(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/** False when the account holds that role there already. */
	boolean grant(UUID account, Role role, AgencyId agency, LocalDate from, UUID by) {
		return sql.sql(GRANT).param("account", account).param("role", role.name()).param("agency", agency.value()).param("from", from)
			.param("by", by).param("at", now()).update() == 1;
	}

	/** False when it had ended before. */
	boolean end(long number, LocalDate today, UUID by) {
		return sql.sql(END).param("number", number).param("today", today).param("by", by).param("at", now()).update() == 1;
	}

	List<RoleGrant> of(UUID account) {
		return sql.sql(OF_ACCOUNT).param("account", account).query(RoleStore::row).list();
	}

	Optional<RoleGrant> find(long number) {
		return sql.sql(BY_NUMBER).param("number", number).query(RoleStore::row).optional();
	}

	/** @param agencies none for any */
	List<UUID> holders(Collection<Role> able, Collection<AgencyId> agencies, LocalDate today) {
		return sql.sql(HOLDERS).param("roles", able.stream().map(Role::name).toArray(String[]::new))
			.param("agencies", agencies.stream().map(AgencyId::value).toArray(Integer[]::new)).param("today", today).query(UUID.class).list();
	}

	private OffsetDateTime now() {
		return clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static RoleGrant row(ResultSet row, int index) throws SQLException {
		return new RoleGrant(row.getLong("number"), row.getObject("account", UUID.class), Role.valueOf(row.getString("role")),
				new AgencyId(row.getInt("agency")), row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class),
				row.getBoolean("ended"));
	}

}
