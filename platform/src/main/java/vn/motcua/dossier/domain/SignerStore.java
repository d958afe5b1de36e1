package vn.motcua.dossier.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import vn.motcua.form.FormPart;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** SQL of invitations to sign and of signatures. */
@Repository
class SignerStore {

	private static final String SELECT = """
			select s.id, s.draft, s.role, s.place, s.name, s.subject, s.email, s.invited_at, s.expires_at, s.account, s.account_name, s.account_subject,
				s.assurance, s.accepted_at, g.digest, g.statement, g.signed_at, g.voided_at
			from dossier.signer s left join lateral (select * from dossier.signature where signer = s.id order by number desc limit 1) g on true
			where s.revoked_at is null and\s""";

	private static final String OF_DRAFT = SELECT + "s.draft = ? order by s.role, s.place limit 200";

	private static final String BY_ID = SELECT + "s.id = ?";

	private static final String BY_TOKEN = SELECT + "s.token_digest = ?";

	private static final String OF_ACCOUNT = SELECT + """
			s.account = ? and exists (select 1 from dossier.draft d where d.id = s.draft and d.submitted_code is null) order by s.accepted_at desc, s.id limit ?""";

	private static final String INVITE = """
			insert into dossier.signer (id, draft, role, place, name, subject, email, token_digest, invited_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

	private static final String RENEW = "update dossier.signer set token_digest = ?, expires_at = ? where id = ? and account is null and revoked_at is null";

	private static final String ACCEPT = """
			update dossier.signer set account = ?, account_name = ?, account_subject = ?, assurance = ?, accepted_at = ?
			where id = ? and account is null and revoked_at is null and expires_at > ?
				and not exists (select 1 from dossier.signer other where other.draft = signer.draft and other.account = ? and other.revoked_at is null)""";

	private static final String ASSURED = "update dossier.signer set assurance = ? where id = ?";

	private static final String REVOKE = "update dossier.signer set revoked_at = ? where draft = ? and role = ? and place = ? and revoked_at is null";

	private static final String SIGN = "insert into dossier.signature (signer, statement, content, digest, signed_at) values (?, ?, ?, ?, ?)";

	private static final String VOID = "update dossier.signature set voided_at = ? where signer = ? and voided_at is null";

	private static final String FORGET = """
			with gone as (delete from dossier.signer where draft = ? returning id)
			delete from dossier.signature where signer in (select id from gone)""";

	private static final String INVITED = "select count(*) from dossier.signer where draft = ?";

	/** Invitations of one draft, taken back ones too. */
	static final int MOST_INVITATIONS = 100;

	private final JdbcTemplate jdbc;

	SignerStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** @param account who took the link up, {@code null} while nobody did */
	record SignerRow(UUID id, UUID draft, FormPart part, String name, @Nullable String subject, @Nullable String email, Instant invitedAt, Instant expiresAt,
			@Nullable UUID account, @Nullable String accountName, @Nullable String accountSubject, @Nullable String assurance, @Nullable Instant acceptedAt,
			@Nullable String digest, @Nullable String statement, @Nullable Instant signedAt, @Nullable Instant voidedAt) {

		boolean signed() {
			return signedAt != null && voidedAt == null;
		}

	}

	List<SignerRow> ofDraft(UUID draft) {
		return jdbc.query(OF_DRAFT, SignerStore::read, draft);
	}

	Optional<SignerRow> find(UUID id) {
		return jdbc.query(BY_ID, SignerStore::read, id).stream().findFirst();
	}

	Optional<SignerRow> find(byte[] tokenDigest) {
		return jdbc.query(BY_TOKEN, SignerStore::read, (Object) tokenDigest).stream().findFirst();
	}

	/** Of drafts that are not submitted yet. */
	List<SignerRow> ofAccount(UUID account, int limit) {
		return jdbc.query(OF_ACCOUNT, SignerStore::read, account, limit);
	}

	int invited(UUID draft) {
		Integer count = jdbc.queryForObject(INVITED, Integer.class, draft);
		return count == null ? 0 : count;
	}

	/** @throws ProblemException when somebody else was invited in the same place at the same time */
	void invite(SignerRow signer, byte[] tokenDigest) {
		unique(INVITE, signer.id(), signer.draft(), signer.part().by(), signer.part().place(), signer.name(), signer.subject(), signer.email(), tokenDigest,
				EventRows.utc(signer.invitedAt()), EventRows.utc(signer.expiresAt()));
	}

	boolean renew(UUID id, byte[] tokenDigest, Instant expiresAt) {
		return jdbc.update(RENEW, tokenDigest, EventRows.utc(expiresAt), id) == 1;
	}

	/** False when somebody else was quicker, the link ended, or the account signs this draft already. */
	boolean accept(UUID id, UUID account, String name, @Nullable String subject, String assurance, Instant at) {
		return unique(ACCEPT, account, name, subject, assurance, EventRows.utc(at), id, EventRows.utc(at), account) == 1;
	}

	/** How sure the identity is on signing. */
	void assured(UUID id, String assurance) {
		jdbc.update(ASSURED, assurance, id);
	}

	boolean revoke(UUID draft, FormPart part, Instant at) {
		return jdbc.update(REVOKE, EventRows.utc(at), draft, part.by(), part.place()) == 1;
	}

	void sign(UUID signer, String statement, SignedContent content, Instant at) {
		jdbc.update(SIGN, signer, statement, content.text(), content.digest(), EventRows.utc(at));
	}

	void voidSignature(UUID signer, Instant at) {
		jdbc.update(VOID, EventRows.utc(at), signer);
	}

	/** With a draft that is thrown away go its invitations and signatures. */
	void forget(UUID draft) {
		jdbc.update(FORGET, draft);
	}

	private int unique(String sql, @Nullable Object... values) {
		try {
			return jdbc.update(sql, values);
		}
		catch (DuplicateKeyException meanwhile) {
			throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
		}
	}

	private static SignerRow read(ResultSet row, int number) throws SQLException {
		return new SignerRow(row.getObject("id", UUID.class), row.getObject("draft", UUID.class), new FormPart(row.getString("role"), row.getInt("place")),
				row.getString("name"), row.getString("subject"), row.getString("email"), EventRows.moment(row, "invited_at"), EventRows.moment(row, "expires_at"),
				row.getObject("account", UUID.class), row.getString("account_name"), row.getString("account_subject"), row.getString("assurance"),
				EventRows.momentOrNull(row, "accepted_at"), row.getString("digest"), row.getString("statement"), EventRows.momentOrNull(row, "signed_at"),
				EventRows.momentOrNull(row, "voided_at"));
	}

}
