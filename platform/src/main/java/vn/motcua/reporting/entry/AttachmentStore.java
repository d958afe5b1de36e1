package vn.motcua.reporting.entry;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.SheetKey;

/** Files attached to reports. */
@Repository
class AttachmentStore {

	static final int MOST = 50;

	private static final String OF_REPORT = """
			select section, file, account_name, at from reporting.attachment
			where regime = :regime and period = :period and agency = :agency order by at, file limit 50
			""";

	private static final String ADD = """
			insert into reporting.attachment (regime, period, agency, section, file, account, account_name, at)
			values (:regime, :period, :agency, :section, :file, :account, :name, :at)
			""";

	private static final String REMOVE = "delete from reporting.attachment where regime = :regime and period = :period and agency = :agency and file = :file";

	private final JdbcClient jdbc;

	private final Files files;

	private final Clock clock;

	AttachmentStore(JdbcClient jdbc, Files files, Clock clock) {
		this.jdbc = jdbc;
		this.files = files;
		this.clock = clock;
	}

	List<Attachment> of(SheetKey key) {
		List<Line> lines = bound(OF_REPORT, key).query((row, number) -> new Line(row.getString("section"), row.getObject("file", UUID.class),
				row.getString("account_name"), row.getTimestamp("at").toInstant())).list();
		if (lines.isEmpty()) {
			return List.of();
		}
		Map<UUID, StoredFile> stored = files.get(lines.stream().map(Line::file).toList());
		return lines.stream().filter(line -> stored.containsKey(line.file))
			.map(line -> new Attachment(line.section, line.file, stored.get(line.file).name(), stored.get(line.file).sizeBytes(), line.by, line.at)).toList();
	}

	void add(SheetKey key, String section, StoredFile file, Actor actor) {
		bound(ADD, key).param("section", section).param("file", file.id()).param("account", actor.account()).param("name", actor.name())
			.param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
	}

	boolean remove(SheetKey key, UUID file) {
		return bound(REMOVE, key).param("file", file).update() == 1;
	}

	private JdbcClient.StatementSpec bound(String sql, SheetKey key) {
		return jdbc.sql(sql).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value());
	}

	private record Line(String section, UUID file, String by, Instant at) {
	}

}
