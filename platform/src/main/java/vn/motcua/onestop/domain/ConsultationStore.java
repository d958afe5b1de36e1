package vn.motcua.onestop.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.onestop.Consultation;
import vn.motcua.onestop.WorkQueue;

/** Rows of questions to other agencies. */
@Repository
class ConsultationStore {

	private static final String COLUMNS = """
			id, dossier_code, item, asking_agency, asking_vi, asking_en, asked_by, asked_by_name, asked_agency, asked_vi, asked_en, service_vi, service_en, \
			applicant_name, question, papers, asked_at, due_at, closed_at, answered_by_name, opinion, files""";

	private static final String INSERT = """
			insert into onestop.consultation (id, dossier_code, item, asking_agency, asking_vi, asking_en, asked_by, asked_by_name, asked_agency, asked_vi,
				asked_en, service_vi, service_en, applicant_name, question, papers, asked_at, due_at)
			values (:id, :code, :item, :asking, :askingVi, :askingEn, :by, :byName, :asked, :askedVi, :askedEn, :serviceVi, :serviceEn, :applicant, :question,
				string_to_array(:papers, ',')::uuid[], :at, :due)""";

	private static final String GET = "select " + COLUMNS + " from onestop.consultation where id = :id";

	private static final String OF = "select " + COLUMNS + " from onestop.consultation where dossier_code = :code order by asked_at, id limit 200";

	private static final String WAITING = "select " + COLUMNS + " from onestop.consultation where asked_agency = :agency and closed_at is null";

	private static final String COUNT = """
			select
				(select count(*) from (select 1 from onestop.consultation where asked_agency = :agency and closed_at is null limit :most) all_of_it) as all_of_it,
				(select count(*) from (select 1 from onestop.consultation where asked_agency = :agency and closed_at is null and due_at < :now limit :most) late) as late""";

	private static final String ANSWER = """
			update onestop.consultation set closed_at = :at, answered_by = :by, answered_by_name = :name, opinion = :opinion,
				files = string_to_array(:files, ',')::uuid[]
			where id = :id and closed_at is null""";

	private static final String CLOSE = "update onestop.consultation set closed_at = :at where dossier_code = :code and closed_at is null";

	private static final String AWAITED = "select exists (select 1 from onestop.consultation where dossier_code = :code and item = :item and closed_at is null and due_at > :now)";

	private static final String HAND_OVER = "update onestop.consultation set asked_agency = :to where asked_agency = :from and closed_at is null";

	private static final String ASKED = "select distinct asked_agency from onestop.consultation where closed_at is null";

	private static final String LOCK = "select pg_advisory_xact_lock(7105, hashtext(:code))";

	private final JdbcClient jdbc;

	ConsultationStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Lets one question on a dossier at a time be asked, to the end of the transaction. */
	void lock(DossierCode code) {
		jdbc.sql(LOCK).param("code", code.value()).query().listOfRows();
	}

	void insert(Consultation asked) {
		jdbc.sql(INSERT).param("id", asked.id()).param("code", asked.code().value()).param("item", asked.item()).param("asking", asked.asking().value())
			.param("askingVi", asked.askingName().vi()).param("askingEn", asked.askingName().en()).param("by", asked.askedBy()).param("byName", asked.askedByName())
			.param("asked", asked.asked().value()).param("askedVi", asked.askedName().vi()).param("askedEn", asked.askedName().en())
			.param("serviceVi", asked.serviceName().vi()).param("serviceEn", asked.serviceName().en()).param("applicant", asked.applicantName())
			.param("question", asked.question()).param("papers", joined(asked.papers())).param("at", Timestamp.from(asked.askedAt()))
			.param("due", Timestamp.from(asked.dueAt())).update();
	}

	Optional<Consultation> find(UUID id) {
		return jdbc.sql(GET).param("id", id).query(ConsultationStore::consultation).optional();
	}

	List<Consultation> of(DossierCode code) {
		return jdbc.sql(OF).param("code", code.value()).query(ConsultationStore::consultation).list();
	}

	Slice<Consultation> waiting(AgencyId agency, Limit limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 2);
		Map<String, Object> values = new HashMap<>(Map.of("agency", agency.value(), "limit", limit.value() + 1));
		if (place != null) {
			values.put("placeAt", Timestamp.from(QueuePlace.moment(place)));
			values.put("placeId", place.keys().get(1));
		}
		String sql = WAITING + (place == null ? "" : " and (due_at, id::text) > (:placeAt, :placeId)") + " order by due_at, id::text limit :limit";
		List<Consultation> rows = jdbc.sql(sql).params(values).query(ConsultationStore::consultation).list();
		return Slice.of(rows, limit.value(), one -> QueuePlace.of(one.dueAt(), one.id().toString()));
	}

	WorkQueue.Count count(AgencyId agency, Instant now) {
		return jdbc.sql(COUNT).param("agency", agency.value()).param("now", Timestamp.from(now)).param("most", WorkQueue.MOST_COUNTED)
			.query((row, _) -> new WorkQueue.Count(row.getInt("all_of_it"), row.getInt("late"))).single();
	}

	/** False when somebody was quicker, or it is no longer needed. */
	boolean answer(UUID id, Actor officer, String opinion, List<UUID> files, Instant at) {
		return jdbc.sql(ANSWER).param("id", id).param("by", officer.account()).param("name", officer.name()).param("opinion", opinion)
			.param("files", joined(files)).param("at", Timestamp.from(at)).update() == 1;
	}

	/** What still waits for a dossier that needs it no longer. */
	void close(DossierCode code, Instant at) {
		jdbc.sql(CLOSE).param("code", code.value()).param("at", Timestamp.from(at)).update();
	}

	/** Whether a step asked somebody who still has time to answer. */
	boolean awaited(DossierCode code, String item, Instant now) {
		return jdbc.sql(AWAITED).param("code", code.value()).param("item", item).param("now", Timestamp.from(now)).query(Boolean.class).single();
	}

	List<Integer> asked() {
		return jdbc.sql(ASKED).query(Integer.class).list();
	}

	int handOver(int from, int to) {
		return jdbc.sql(HAND_OVER).param("from", from).param("to", to).update();
	}

	private static String joined(List<UUID> ids) {
		return ids.stream().map(UUID::toString).collect(java.util.stream.Collectors.joining(","));
	}

	private static Consultation consultation(ResultSet row, int number) throws SQLException {
		String opinion = row.getString("opinion");
		Consultation.Answer answer = opinion == null ? null : new Consultation.Answer(row.getString("answered_by_name"), opinion, ids(row.getArray("files")));
		Timestamp closed = row.getTimestamp("closed_at");
		return new Consultation(row.getObject("id", UUID.class), new DossierCode(row.getString("dossier_code")), row.getString("item"),
				new AgencyId(row.getInt("asking_agency")), new LocalizedText(row.getString("asking_vi"), row.getString("asking_en")),
				row.getObject("asked_by", UUID.class), row.getString("asked_by_name"), new AgencyId(row.getInt("asked_agency")),
				new LocalizedText(row.getString("asked_vi"), row.getString("asked_en")), new LocalizedText(row.getString("service_vi"), row.getString("service_en")),
				row.getString("applicant_name"), row.getString("question"), ids(row.getArray("papers")), row.getTimestamp("asked_at").toInstant(),
				row.getTimestamp("due_at").toInstant(), closed == null ? null : closed.toInstant(), answer);
	}

	private static List<UUID> ids(Array array) throws SQLException {
		return List.of((UUID[]) array.getArray());
	}

}
