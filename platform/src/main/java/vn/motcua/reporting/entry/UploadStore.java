package vn.motcua.reporting.entry;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.SheetKey;

/** Uploaded workbooks that wait to be accepted; kept for a week. */
@Repository
class UploadStore {

	private static final String ADD = """
			insert into reporting.workbook_upload (id, regime, period, agency, file_name, content, account, at)
			values (:id, :regime, :period, :agency, :name, :content::jsonb, :account, :at)
			""";

	private static final String FORGET = "delete from reporting.workbook_upload where at < :before";

	private static final String FIND = """
			select file_name, content from reporting.workbook_upload
			where id = :id and regime = :regime and period = :period and agency = :agency and account = :account and accepted_at is null and not many
			""";

	private static final String ACCEPT = "update reporting.workbook_upload set accepted_at = :at where id = :id and accepted_at is null";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	UploadStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	record Upload(UUID id, String fileName, WorkbookContent content) {
	}

	UUID add(SheetKey key, String name, WorkbookContent content, Actor actor) {
		OffsetDateTime now = now();
		jdbc.sql(FORGET).param("before", now.minusDays(7)).update();
		UUID id = UUID.randomUUID();
		jdbc.sql(ADD).param("id", id).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value()).param("name", name)
			.param("content", WorkbookContent.written(content, json)).param("account", actor.account()).param("at", now).update();
		return id;
	}

	Optional<Upload> find(UUID id, SheetKey key, Actor actor) {
		return jdbc.sql(FIND).param("id", id).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value())
			.param("account", actor.account())
			.query((row, number) -> new Upload(id, row.getString("file_name"), json.readValue(row.getString("content"), WorkbookContent.class))).optional();
	}

	/** False when it was accepted before. */
	boolean accept(UUID id) {
		return jdbc.sql(ACCEPT).param("id", id).param("at", now()).update() == 1;
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
	}

}
