package vn.motcua.onestop.walkin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.DossierStep.SuppliedFile;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;
import vn.motcua.onestop.walkin.WalkInDraft.Person;

/** Rows of what is being entered; an officer finds only their own. */
@Repository
class WalkInStore {

	private static final String INSERT = """
			insert into onestop.walk_in (id, officer, agency, service_version, saved_at) values (:id, :officer, :agency, :version, :at)""";

	private static final String COLUMNS = "id, service_version, channel, applicant::text, answers::text, files::text, papers::text, dossier_code, saved_at";

	private static final String FIND = "select " + COLUMNS + " from onestop.walk_in where id = :id and officer = :officer";

	private static final String OPEN = "select " + COLUMNS + " from onestop.walk_in where officer = :officer and dossier_code is null order by saved_at desc limit 10";

	private static final String SAVE = """
			update onestop.walk_in set channel = :channel, applicant = :applicant::jsonb, answers = :answers::jsonb, files = :files::jsonb,
				papers = :papers::jsonb, saved_at = :at
			where id = :id and officer = :officer and dossier_code is null""";

	private static final String ENTERED = "update onestop.walk_in set dossier_code = :code, answers = '{}', applicant = '{}' where id = :id and officer = :officer";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	WalkInStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	UUID open(Actor officer, AgencyId agency, long serviceVersion) {
		UUID id = UUID.randomUUID();
		jdbc.sql(INSERT).param("id", id).param("officer", officer.account()).param("agency", agency.value()).param("version", serviceVersion)
			.param("at", Timestamp.from(clock.instant())).update();
		return id;
	}

	Optional<WalkInDraft> find(UUID id, Actor officer) {
		return jdbc.sql(FIND).param("id", id).param("officer", officer.account()).query(this::draft).optional();
	}

	List<WalkInDraft> unfinished(Actor officer) {
		return jdbc.sql(OPEN).param("officer", officer.account()).query(this::draft).list();
	}

	WalkInDraft save(WalkInDraft draft, Actor officer) {
		jdbc.sql(SAVE).param("id", draft.id()).param("officer", officer.account()).param("channel", draft.channel().number())
			.param("applicant", json.writeValueAsString(draft.person())).param("answers", draft.answers().toString())
			.param("files", json.writeValueAsString(draft.files())).param("papers", json.writeValueAsString(draft.papers()))
			.param("at", Timestamp.from(clock.instant())).update();
		return draft;
	}

	void entered(WalkInDraft draft, Actor officer, DossierCode code) {
		jdbc.sql(ENTERED).param("id", draft.id()).param("officer", officer.account()).param("code", code.value()).update();
	}

	private WalkInDraft draft(ResultSet row, int number) throws SQLException {
		int channel = row.getInt("channel");
		Person person = json.readValue(row.getString("applicant"), Person.class);
		String code = row.getString("dossier_code");
		return new WalkInDraft(row.getObject("id", UUID.class), row.getLong("service_version"),
				Arrays.stream(Channel.values()).filter(one -> one.number() == channel).findFirst().orElseThrow(), person.name() == null ? Person.NONE : person,
				(ObjectNode) json.readTree(row.getString("answers")), List.of(json.readValue(row.getString("files"), SuppliedFile[].class)),
				List.of(json.readValue(row.getString("papers"), String[].class)), code == null ? null : new DossierCode(code), row.getTimestamp("saved_at").toInstant());
	}

}
