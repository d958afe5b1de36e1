package vn.motcua.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.identity.Account;
import vn.motcua.kernel.Actor;

/** Accounts and what they sign in with. */
@Repository
class AccountStore {

	private static final String COLUMNS = """
			id, kind, login, full_name, subject, birth_date, sex, phone, email, address_commune, address_line, assurance, language
			""";

	private static final String BY_ID = "select " + COLUMNS + " from identity.account where id = :id and closed_at is null";

	private static final String BY_LOGIN = "select " + COLUMNS + " from identity.account where login = :login and closed_at is null";

	private static final String BY_SUBJECT = "select " + COLUMNS + " from identity.account where subject = :subject and closed_at is null";

	private static final String CREDENTIALS = """
			select id, kind, phone, password_hash, totp_secret, totp_last_step from identity.account
			where (login = :name or subject = :name) and closed_at is null
			order by login = :name desc limit 1
			""";

	private static final String CREDENTIALS_BY_ID = """
			select id, kind, phone, password_hash, totp_secret, totp_last_step from identity.account where id = :id and closed_at is null
			""";

	private static final String INSERT = """
			insert into identity.account (id, kind, login, full_name, subject, birth_date, sex, phone, email, address_commune, address_line,
				assurance, password_hash, password_changed_at, created_at)
			values (:id, :kind, :login, :fullName, :subject, :birthDate, :sex, :phone, :email, :addressCommune, :addressLine, :assurance,
				:passwordHash, :now, :now)
			on conflict do nothing
			""";

	private static final String CHANGE_PASSWORD = """
			update identity.account set password_hash = :hash, password_changed_at = :now where id = :id and closed_at is null
			""";

	private static final String CHANGE_CONTACT = """
			update identity.account set email = :email, address_line = :line, language = :language where id = :id and closed_at is null
			""";

	private static final String CHANGE_LANGUAGE = "update identity.account set language = :language where id = :id and closed_at is null";

	private static final String VERIFY = "update identity.account set assurance = 'VERIFIED' where id = :id and assurance = 'BASIC' and closed_at is null";

	private static final String LANGUAGES = "select id, language from identity.account where id = any(:ids::uuid[])";

	private static final String CHANGE_PHONE = "update identity.account set phone = :phone where id = :id and closed_at is null";

	private static final String SEARCH = "select " + COLUMNS + """
			from identity.account
			where closed_at is null and kind = 'OFFICER' and (:words = '' or full_name ilike '%' || :words || '%' or login like :words || '%')
				and (full_name, id) > (:name, :id)
			order by full_name, id limit :limit
			""";

	private final JdbcClient sql;

	private final Clock clock;

	AccountStore(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/** What a sign-in is checked against. */
	record Credentials(UUID id, Actor.Kind kind, @Nullable String phone, String passwordHash, byte @Nullable [] totpSecret, long totpLastStep) {
	}

	Optional<Account> find(UUID id) {
		return sql.sql(BY_ID).param("id", id).query(AccountStore::account).optional();
	}

	Optional<Account> findByLogin(String login) {
		return sql.sql(BY_LOGIN).param("login", login).query(AccountStore::account).optional();
	}

	Optional<Account> findBySubject(String subject) {
		return sql.sql(BY_SUBJECT).param("subject", subject).query(AccountStore::account).optional();
	}

	Optional<Credentials> credentials(String loginOrSubject) {
		return sql.sql(CREDENTIALS).param("name", loginOrSubject).query(AccountStore::credentials).optional();
	}

	Optional<Credentials> credentials(UUID id) {
		return sql.sql(CREDENTIALS_BY_ID).param("id", id).query(AccountStore::credentials).optional();
	}

	/** The new account's id, or empty when the login or the subject has an account. */
	Optional<UUID> insert(NewAccount account) {
		UUID id = UUID.randomUUID();
		int rows = sql.sql(INSERT).param("id", id).param("kind", account.kind().name()).param("login", account.login())
			.param("fullName", account.fullName()).param("subject", account.subject()).param("birthDate", account.birthDate())
			.param("sex", account.sex()).param("phone", account.phone()).param("email", account.email())
			.param("addressCommune", account.addressCommune()).param("addressLine", account.addressLine())
			.param("assurance", account.assurance().name()).param("passwordHash", account.passwordHash()).param("now", now()).update();
		return rows == 1 ? Optional.of(id) : Optional.empty();
	}

	void changePassword(UUID id, String hash) {
		sql.sql(CHANGE_PASSWORD).param("id", id).param("hash", hash).param("now", now()).update();
	}

	void changeContact(UUID id, @Nullable String email, @Nullable String line, String language) {
		sql.sql(CHANGE_CONTACT).param("id", id).param("email", email).param("line", line).param("language", language).update();
	}

	/** False when it was verified already, or is closed. */
	boolean verify(UUID id) {
		return sql.sql(VERIFY).param("id", id).update() == 1;
	}

	void changeLanguage(UUID id, String language) {
		sql.sql(CHANGE_LANGUAGE).param("id", id).param("language", language).update();
	}

	Map<UUID, String> languages(Collection<UUID> ids) {
		Map<UUID, String> languages = new HashMap<>();
		sql.sql(LANGUAGES).param("ids", ids.toArray(UUID[]::new)).query(row -> {
			languages.put(row.getObject("id", UUID.class), row.getString("language"));
		});
		return languages;
	}

	void changePhone(UUID id, String phone) {
		sql.sql(CHANGE_PHONE).param("id", id).param("phone", phone).update();
	}

	/** Officers by part of the name or beginning of the login, in the order of their names, from after a name and id. */
	List<Account> officers(String words, String afterName, UUID afterId, int limit) {
		String literal = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
		return sql.sql(SEARCH).param("words", literal).param("name", afterName).param("id", afterId).param("limit", limit)
			.query(AccountStore::account).list();
	}

	private OffsetDateTime now() {
		return Instant.now(clock).atOffset(ZoneOffset.UTC);
	}

	private static Account account(ResultSet row, int index) throws SQLException {
		return new Account(row.getObject("id", UUID.class), Actor.Kind.valueOf(row.getString("kind")), row.getString("login"),
				row.getString("full_name"), row.getString("subject"), row.getObject("birth_date", LocalDate.class), row.getString("sex"),
				row.getString("phone"), row.getString("email"), row.getString("address_commune"), row.getString("address_line"),
				Account.Assurance.valueOf(row.getString("assurance")), row.getString("language"));
	}

	private static Credentials credentials(ResultSet row, int index) throws SQLException {
		return new Credentials(row.getObject("id", UUID.class), Actor.Kind.valueOf(row.getString("kind")), row.getString("phone"),
				row.getString("password_hash"), row.getBytes("totp_secret"), row.getLong("totp_last_step"));
	}

}
