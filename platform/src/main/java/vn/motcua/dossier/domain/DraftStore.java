package vn.motcua.dossier.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DraftChange;
import vn.motcua.kernel.DossierCode;

/** SQL of drafts. Every statement names the account: another's draft is not there. */
@Repository
class DraftStore {

	private static final String COLUMNS = "id, version, service, service_version, answers, files, saved_at, submitted_code, submitted_at, change, told";

	private static final String OPEN = """
			insert into dossier.draft (id, account, service, service_version, answers, opened_at, saved_at)
			select ?, ?, ?, ?, ?::jsonb, ?, ? where (select count(*) from dossier.draft where account = ? and submitted_code is null) < ?""";

	private static final String FIND = "select " + COLUMNS + " from dossier.draft where id = ? and account = ?";

	private static final String SAVE = """
			update dossier.draft set version = version + 1, answers = ?::jsonb, files = ?::jsonb, saved_at = ?
			where id = ? and account = ? and version = ? and submitted_code is null""";

	private static final String REBASE = """
			update dossier.draft set version = version + 1, service_version = ?, answers = ?::jsonb, files = ?::jsonb, change = ?::jsonb, told = ?
			where id = ? and account = ? and version = ? and submitted_code is null""";

	private static final String TOLD = "update dossier.draft set told = true where id = ? and account = ? and not told";

	private static final String TOLD_ABOLITION = "update dossier.draft set told_abolition = ? where id = ? and told_abolition is distinct from ? and submitted_code is null";

	private static final String VERSIONS = "select distinct service, service_version from dossier.draft where submitted_code is null order by 1, 2 limit 20000";

	private static final String ON = "select id, account from dossier.draft where service = ? and service_version = ? and submitted_code is null and id > ? order by id limit ?";

	private static final String UNTOLD = """
			select id, account from dossier.draft where service = ? and service_version = ? and submitted_code is null and told_abolition is distinct from ? and id > ?
			order by id limit ?""";

	private static final String DISCARD = "delete from dossier.draft where id = ? and account = ? and submitted_code is null";

	private static final String OF = "select " + COLUMNS + " from dossier.draft where account = ? and submitted_code is null order by saved_at desc, id limit ?";

	private static final String OWNER = "select account from dossier.draft where id = ?";

	private static final String LOCK = "select version from dossier.draft where id = ? for update";

	private final JdbcTemplate jdbc;

	DraftStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	record Draft(UUID id, int version, String service, long serviceVersion, ObjectNode answers, List<AttachedFile> files, Instant savedAt,
			@Nullable DossierCode submittedAs, @Nullable Instant submittedAt, @Nullable DraftChange change, boolean told) {

		Draft rebased(long newVersion, ObjectNode newAnswers, List<AttachedFile> newFiles, DraftChange newChange) {
			boolean notable = newChange.notable();
			return new Draft(id, version + 1, service, newVersion, newAnswers, newFiles, savedAt, null, null, notable ? newChange : change, told && !notable);
		}

		/** The same with other answers, not saved. */
		Draft answering(ObjectNode others) {
			return new Draft(id, version, service, serviceVersion, others, files, savedAt, submittedAs, submittedAt, change, told);
		}

		Draft saved(ObjectNode newAnswers, List<AttachedFile> newFiles, Instant at) {
			return new Draft(id, version + 1, service, serviceVersion, newAnswers, newFiles, at, null, null, change, told);
		}

	}

	/** Whose draft it is; for those who were asked to sign it. */
	Optional<UUID> owner(UUID id) {
		return jdbc.queryForList(OWNER, UUID.class, id).stream().findFirst();
	}

	/** Nobody saves or submits it before the transaction ends. */
	void lock(UUID id) {
		jdbc.queryForList(LOCK, Integer.class, id);
	}

	/** False when the account has {@code most} open drafts already. */
	boolean open(Draft draft, UUID account, int most) {
		Object at = EventRows.utc(draft.savedAt());
		return jdbc.update(OPEN, draft.id(), account, draft.service(), draft.serviceVersion(), draft.answers().toString(), at, at, account, most) == 1;
	}

	Optional<Draft> find(UUID id, UUID account) {
		return jdbc.query(FIND, DraftStore::read, id, account).stream().findFirst();
	}

	/** Keeps {@code draft}, which has the version after the one it was made from; false when that one is gone. */
	boolean save(Draft draft, UUID account) {
		return jdbc.update(SAVE, draft.answers().toString(), LedgerJson.write(draft.files()), EventRows.utc(draft.savedAt()), draft.id(), account,
				draft.version() - 1) == 1;
	}

	/** Keeps a draft that was moved to another version of its service; false when it changed meanwhile. */
	boolean rebase(Draft draft, UUID account) {
		return jdbc.update(REBASE, draft.serviceVersion(), draft.answers().toString(), LedgerJson.write(draft.files()),
				draft.change() == null ? null : LedgerJson.write(draft.change()), draft.told(), draft.id(), account, draft.version() - 1) == 1;
	}

	/** True the first time. */
	boolean told(UUID id, UUID account) {
		return jdbc.update(TOLD, id, account) == 1;
	}

	/** True the first time. */
	boolean toldAbolition(UUID id, long abolition) {
		return jdbc.update(TOLD_ABOLITION, abolition, id, abolition) == 1;
	}

	/** A version of a service that somebody has an open draft on. */
	record Version(String service, long serviceVersion) {
	}

	record Begun(UUID id, UUID account) {
	}

	List<Version> versionsOfOpenDrafts() {
		return jdbc.query(VERSIONS, (row, number) -> new Version(row.getString(1), row.getLong(2)));
	}

	/** By number, from the one after {@code after} on. */
	List<Begun> on(Version version, UUID after, int limit) {
		return jdbc.query(ON, DraftStore::begun, version.service(), version.serviceVersion(), after, limit);
	}

	/** Those on a version whose owners were not yet told of an abolition. */
	List<Begun> untold(Version version, long abolition, UUID after, int limit) {
		return jdbc.query(UNTOLD, DraftStore::begun, version.service(), version.serviceVersion(), abolition, after, limit);
	}

	boolean discard(UUID id, UUID account) {
		return jdbc.update(DISCARD, id, account) == 1;
	}

	List<Draft> of(UUID account, int limit) {
		return jdbc.query(OF, DraftStore::read, account, limit);
	}

	private static Draft read(ResultSet row, int number) throws SQLException {
		List<AttachedFile> files = new ArrayList<>(List.of(LedgerJson.read(row.getString("files"), AttachedFile[].class)));
		String code = row.getString("submitted_code");
		return new Draft(row.getObject("id", UUID.class), row.getInt("version"), row.getString("service"), row.getLong("service_version"),
				LedgerJson.readObject(row.getString("answers")), files, EventRows.moment(row, "saved_at"), code == null ? null : new DossierCode(code),
				EventRows.momentOrNull(row, "submitted_at"), change(row.getString("change")), row.getBoolean("told"));
	}

	private static @Nullable DraftChange change(@Nullable String json) {
		return json == null ? null : LedgerJson.read(json, DraftChange.class);
	}

	private static Begun begun(ResultSet row, int number) throws SQLException {
		return new Begun(row.getObject("id", UUID.class), row.getObject("account", UUID.class));
	}

}
