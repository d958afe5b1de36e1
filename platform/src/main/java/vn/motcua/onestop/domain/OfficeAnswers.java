package vn.motcua.onestop.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.DossierView;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;

/** What officers fill into the part of a form that is for the office (<i>phần dành cho cơ quan giải quyết</i>). */
@Repository
public class OfficeAnswers {

	private static final String FIND = "select answers, version, officer, filled_at from onestop.office_answers where dossier_code = :code";

	private static final String SAVE = """
			insert into onestop.office_answers as kept (dossier_code, answers, version, filled_by, officer, filled_at) values (:code, :answers::jsonb, 1, :by, :name, :at)
			on conflict (dossier_code) do update
				set answers = excluded.answers, version = kept.version + 1, filled_by = excluded.filled_by, officer = excluded.officer, filled_at = excluded.filled_at
			where kept.version = :version""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	OfficeAnswers(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** @param version 0 while nobody filled in anything */
	public record Filled(ObjectNode answers, int version, String officer, Instant at) {
	}

	public Optional<Filled> find(DossierCode code) {
		return jdbc.sql(FIND).param("code", code.value()).query((row, number) -> new Filled((ObjectNode) json.readTree(row.getString("answers")),
				row.getInt("version"), row.getString("officer"), row.getTimestamp("filled_at").toInstant())).optional();
	}

	/** False when somebody else saved meanwhile. */
	public boolean save(DossierCode code, ObjectNode answers, int version, Actor officer) {
		return jdbc.sql(SAVE).param("code", code.value()).param("answers", answers.toString()).param("version", version).param("by", officer.account())
			.param("name", officer.name()).param("at", Timestamp.from(clock.instant())).update() == 1;
	}

	/** The applicant's answers together with the office's. */
	public ObjectNode together(DossierView dossier) {
		ObjectNode together = dossier.answers().deepCopy();
		find(dossier.summary().code()).ifPresent(filled -> merge(together, filled.answers()));
		return together;
	}

	private static void merge(ObjectNode target, ObjectNode added) {
		added.properties().forEach(member -> {
			if (member.getValue() instanceof ObjectNode inner && target.get(member.getKey()) instanceof ObjectNode present) {
				merge(present, inner);
			}
			else {
				target.set(member.getKey(), member.getValue());
			}
		});
	}

}
