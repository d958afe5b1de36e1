package vn.motcua.onestop.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.onestop.DossierPapers;
import vn.motcua.onestop.DossierPapers.Check;
import vn.motcua.onestop.DossierPapers.Note;
import vn.motcua.onestop.DossierPapers.Proposal;
import vn.motcua.onestop.DossierPapers.Verdict;

/** What the desk writes down beside a dossier, and the numbers it gives to results and receipts. */
@Repository
class PaperStore {

	private static final String CHECKS = """
			select component_id, verdict, note, checker, checked_at from onestop.component_check where dossier_code = :code order by component_id limit 200""";

	private static final String CHECK = """
			insert into onestop.component_check (dossier_code, component_id, verdict, note, checked_by, checker, checked_at)
			values (:code, :component, :verdict, :note, :by, :name, :at)
			on conflict (dossier_code, component_id) do update
				set verdict = excluded.verdict, note = excluded.note, checked_by = excluded.checked_by, checker = excluded.checker, checked_at = excluded.checked_at""";

	private static final String NOTES = "select step_vi, step_en, words, writer, written_at from onestop.note where dossier_code = :code order by id desc limit 100";

	private static final String NOTE = """
			insert into onestop.note (dossier_code, step_vi, step_en, words, written_by, writer, written_at)
			values (:code, :stepVi, :stepEn, :words, :by, :name, :at)""";

	private static final String PROPOSAL = "select granted, opinion, proposer, proposed_at from onestop.proposal where dossier_code = :code";

	private static final String PROPOSE = """
			insert into onestop.proposal (dossier_code, granted, opinion, proposed_by, proposer, proposed_at)
			values (:code, :granted, :opinion, :by, :name, :at)
			on conflict (dossier_code) do update
				set granted = excluded.granted, opinion = excluded.opinion, proposed_by = excluded.proposed_by, proposer = excluded.proposer, proposed_at = excluded.proposed_at""";

	private static final String NUMBER = """
			insert into onestop.number_series as series (agency, series, year, last_number) values (:agency, :series, :year, 1)
			on conflict (agency, series, year) do update set last_number = series.last_number + 1
			returning last_number""";

	private final JdbcClient jdbc;

	private final Clock clock;

	PaperStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	DossierPapers papers(DossierCode code) {
		Map<String, Check> checks = new LinkedHashMap<>();
		jdbc.sql(CHECKS).param("code", code.value()).query(row -> {
			checks.put(row.getString("component_id"), new Check(Verdict.valueOf(row.getString("verdict")), row.getString("note"), row.getString("checker"),
					row.getTimestamp("checked_at").toInstant()));
		});
		return new DossierPapers(checks, jdbc.sql(NOTES).param("code", code.value())
			.query((row, number) -> new Note(new LocalizedText(row.getString("step_vi"), row.getString("step_en")), row.getString("words"), row.getString("writer"),
					row.getTimestamp("written_at").toInstant()))
			.list(), proposal(code));
	}

	@Nullable Proposal proposal(DossierCode code) {
		return jdbc.sql(PROPOSAL).param("code", code.value()).query((row, number) -> new Proposal(row.getBoolean("granted"), row.getString("opinion"),
				row.getString("proposer"), row.getTimestamp("proposed_at").toInstant())).optional().orElse(null);
	}

	void check(DossierCode code, String component, Verdict verdict, @Nullable String note, Actor officer) {
		jdbc.sql(CHECK).param("code", code.value()).param("component", component).param("verdict", verdict.name()).param("note", note)
			.param("by", officer.account()).param("name", officer.name()).param("at", Timestamp.from(clock.instant())).update();
	}

	void note(DossierCode code, LocalizedText step, @Nullable String words, Actor officer) {
		if (words != null && !words.isBlank()) {
			jdbc.sql(NOTE).param("code", code.value()).param("stepVi", step.vi()).param("stepEn", step.en()).param("words", words.strip())
				.param("by", officer.account()).param("name", officer.name()).param("at", Timestamp.from(clock.instant())).update();
		}
	}

	void propose(DossierCode code, boolean granted, String opinion, Actor officer) {
		jdbc.sql(PROPOSE).param("code", code.value()).param("granted", granted).param("opinion", opinion).param("by", officer.account())
			.param("name", officer.name()).param("at", Timestamp.from(clock.instant())).update();
	}

	/** Next number of a series of an agency in a year. */
	int next(AgencyId agency, String series, int year) {
		return jdbc.sql(NUMBER).param("agency", agency.value()).param("series", series).param("year", year).query(Integer.class).single();
	}

}
