package vn.motcua.reporting.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.entry.WorkbookContent.Part;
import vn.motcua.reporting.entry.WorkbookContent.WorkbookFinding;

/** Workbooks of many agencies that were uploaded: one row for the file, one for each agency's share. */
@Repository
class ShareStore {

	private static final int LISTED = 20;

	private static final String FORGET = "delete from reporting.workbook_upload where at < :before";

	private static final String BEGIN = """
			insert into reporting.workbook_upload (id, regime, period, agency, file_name, content, account, at, ready, many)
			values (:id, :regime, :period, :agency, :name, '[]', :account, :at, false, true)
			""";

	private static final String ADD = """
			insert into reporting.workbook_share (upload, place, agency, content, findings) values (:upload, :place, :agency, :content::jsonb, :findings::jsonb)
			""";

	private static final String READY = "update reporting.workbook_upload set ready = true, content = :findings::jsonb where id = :id";

	private static final String DROP = "delete from reporting.workbook_upload where id = :id and not ready";

	private static final String FOUND = """
			select u.id, u.file_name, u.content, u.at, count(s.place) as shares, count(s.accepted_at) as accepted,
				count(*) filter (where jsonb_array_length(s.findings) > 0) as wrong
			from reporting.workbook_upload u left join reporting.workbook_share s on s.upload = u.id
			where u.regime = :regime and u.period = :period and u.agency = :agency and u.account = :account and u.many and u.ready
			""";

	private static final String FIND = FOUND + " and u.id = :id group by u.id";

	private static final String LIST = FOUND + " group by u.id order by u.at desc, u.id limit " + LISTED;

	private static final String SHARES = """
			select place, agency, content, findings, refusal, accepted_at from reporting.workbook_share where upload = :upload and place > :after order by place limit :limit
			""";

	private static final String ACCEPT = "update reporting.workbook_share set accepted_at = :at, refusal = null where upload = :upload and place = :place and accepted_at is null";

	private static final String REFUSE = "update reporting.workbook_share set refusal = :refusal::jsonb where upload = :upload and place = :place and accepted_at is null";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	ShareStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** @param findings of the file as a whole @param wrong how many shares have findings */
	record Upload(UUID id, String fileName, List<WorkbookFinding> findings, Instant at, int shares, int accepted, int wrong) {
	}

	/** @param place in the file, from 1 @param refusal why it was not taken when last tried */
	record Share(int place, AgencyId agency, Part part, List<WorkbookFinding> findings, @Nullable WorkbookFinding refusal, @Nullable Instant acceptedAt) {

		boolean waits() {
			return acceptedAt == null;
		}

	}

	/** An upload that nobody sees before it is {@link #ready}. */
	UUID begin(SheetKey gatherer, String name, Actor actor) {
		jdbc.sql(FORGET).param("before", now().minusDays(7)).update();
		UUID id = UUID.randomUUID();
		of(BEGIN, gatherer, actor).param("id", id).param("name", name).param("at", now()).update();
		return id;
	}

	void add(UUID upload, int place, AgencyId agency, Part part, List<WorkbookFinding> findings) {
		jdbc.sql(ADD).param("upload", upload).param("place", place).param("agency", agency.value()).param("content", written(part)).param("findings", written(findings)).update();
	}

	void ready(UUID upload, List<WorkbookFinding> findings) {
		jdbc.sql(READY).param("id", upload).param("findings", written(findings)).update();
	}

	/** With its shares. */
	void drop(UUID upload) {
		jdbc.sql(DROP).param("id", upload).update();
	}

	Optional<Upload> find(UUID id, SheetKey gatherer, Actor actor) {
		return of(FIND, gatherer, actor).param("id", id).query(this::upload).optional();
	}

	/** What an account uploaded in the last week, newest first. */
	List<Upload> mine(SheetKey gatherer, Actor actor) {
		return of(LIST, gatherer, actor).query(this::upload).list();
	}

	/** In the order of the file. @param after place of the one before */
	List<Share> shares(UUID upload, int after, int limit) {
		return jdbc.sql(SHARES).param("upload", upload).param("after", after).param("limit", limit).query(this::share).list();
	}

	/** False when it was taken before. */
	boolean accept(UUID upload, int place) {
		return jdbc.sql(ACCEPT).param("upload", upload).param("place", place).param("at", now()).update() == 1;
	}

	void refuse(UUID upload, int place, WorkbookFinding refusal) {
		jdbc.sql(REFUSE).param("upload", upload).param("place", place).param("refusal", written(refusal)).update();
	}

	private JdbcClient.StatementSpec of(String sql, SheetKey key, Actor actor) {
		return jdbc.sql(sql).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value()).param("account", actor.account());
	}

	private Upload upload(ResultSet row, int number) throws SQLException {
		return new Upload(row.getObject("id", UUID.class), row.getString("file_name"), findings(row.getString("content")),
				row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("shares"), row.getInt("accepted"), row.getInt("wrong"));
	}

	private Share share(ResultSet row, int number) throws SQLException {
		String refusal = row.getString("refusal");
		OffsetDateTime accepted = row.getObject("accepted_at", OffsetDateTime.class);
		return new Share(row.getInt("place"), new AgencyId(row.getInt("agency")), json.readValue(row.getString("content"), Part.class), findings(row.getString("findings")),
				refusal == null ? null : json.readValue(refusal, WorkbookFinding.class), accepted == null ? null : accepted.toInstant());
	}

	private List<WorkbookFinding> findings(String content) {
		return json.readValue(content, new TypeReference<List<WorkbookFinding>>() {
		});
	}

	private String written(Object content) {
		return WorkbookContent.written(content, json);
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
	}

}
