package vn.motcua.onestop.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.onestop.DeskQueue;
import vn.motcua.onestop.StepKind;
import vn.motcua.onestop.WorkItem;

/** Rows of the officers' queues. */
@Repository
class WorkItemStore {

	static final String COLUMNS = """
			id, instance_id, dossier_code, agency, step_id, kind, role, queue, owner, owner_name, step_vi, step_en, service_code, service_vi, \
			service_en, applicant_name, channel, opened_at, due_at, paused_at""";

	private static final String INSERT = """
			insert into onestop.work_item (id, instance_id, dossier_code, agency, step_id, kind, role, queue, owner, owner_name, step_vi, step_en,
				service_code, service_vi, service_en, applicant_name, applicant_folded, channel, opened_at, due_at)
			values (:id, :instance, :code, :agency, :step, :kind, :role, :queue, :owner, :ownerName, :stepVi, :stepEn,
				:service, :serviceVi, :serviceEn, :applicant, :folded, :channel, :opened, :due)""";

	private static final String OPEN = "select " + COLUMNS + " from onestop.work_item where dossier_code = :code and closed_at is null order by opened_at, id";

	private static final String LOCK = OPEN + " for update";

	private static final String CLOSE = """
			update onestop.work_item set closed_at = :at, closed_by = :by, closed_by_name = :name, owner = coalesce(owner, :by), owner_name = coalesce(owner_name, :name)
			where id = :id and closed_at is null""";

	private static final String CLOSE_ALL = "update onestop.work_item set closed_at = :at where dossier_code = :code and closed_at is null";

	private static final String PAUSE = """
			update onestop.work_item set queue = :queue, paused_at = coalesce(paused_at, :at), paused_due = coalesce(paused_due, due_at), due_at = :due
			where dossier_code = :code and closed_at is null""";

	private static final String RESUME = "update onestop.work_item set queue = :queue, paused_at = null, paused_due = null, due_at = :due where id = :id";

	private static final String PAUSED_DUE = "select paused_due from onestop.work_item where id = :id";

	private static final String OWN = "update onestop.work_item set owner = :owner, owner_name = :name where id = :id and closed_at is null";

	private static final String LIMIT_DUE = "update onestop.work_item set due_at = :due where dossier_code = :code and closed_at is null and paused_at is null";

	private static final String LAST_OWNER = """
			select owner, owner_name from onestop.work_item where dossier_code = :code and kind = :kind and owner is not null
			order by closed_at desc nulls first limit 1""";

	private final JdbcClient jdbc;

	WorkItemStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	record Owner(UUID account, String name) {
	}

	void insert(WorkItem item) {
		jdbc.sql(INSERT).param("id", item.id()).param("instance", item.instanceId()).param("code", item.code().value()).param("agency", item.agency().value())
			.param("step", item.stepId()).param("kind", item.kind().name()).param("role", item.role().name()).param("queue", item.queue().name())
			.param("owner", item.owner()).param("ownerName", item.ownerName()).param("stepVi", item.stepName().vi()).param("stepEn", item.stepName().en())
			.param("service", item.serviceCode()).param("serviceVi", item.serviceName().vi()).param("serviceEn", item.serviceName().en())
			.param("applicant", item.applicantName()).param("folded", Folded.of(item.applicantName())).param("channel", item.channel())
			.param("opened", Timestamp.from(item.openedAt())).param("due", Timestamp.from(item.dueAt())).update();
	}

	/** Open steps of a dossier, oldest first. */
	List<WorkItem> open(DossierCode code) {
		return jdbc.sql(OPEN).param("code", code.value()).query(WorkItemStore::item).list();
	}

	/** The same, held against others until the transaction ends. */
	List<WorkItem> lock(DossierCode code) {
		return jdbc.sql(LOCK).param("code", code.value()).query(WorkItemStore::item).list();
	}

	boolean close(WorkItem item, Actor by, Instant at) {
		return jdbc.sql(CLOSE).param("id", item.id()).param("by", by.account()).param("name", by.name()).param("at", Timestamp.from(at)).update() == 1;
	}

	void closeAll(DossierCode code, Instant at) {
		jdbc.sql(CLOSE_ALL).param("code", code.value()).param("at", Timestamp.from(at)).update();
	}

	void pause(DossierCode code, DeskQueue queue, Instant at, Instant followUp) {
		jdbc.sql(PAUSE).param("code", code.value()).param("queue", queue.name()).param("at", Timestamp.from(at)).param("due", Timestamp.from(followUp)).update();
	}

	/** The step's own deadline, put aside when the pause began. */
	Instant pausedDue(WorkItem item) {
		return jdbc.sql(PAUSED_DUE).param("id", item.id()).query(Timestamp.class).single().toInstant();
	}

	void resume(WorkItem item, Instant due) {
		jdbc.sql(RESUME).param("id", item.id()).param("queue", item.kind().queue().name()).param("due", Timestamp.from(due)).update();
	}

	void own(WorkItem item, Actor officer) {
		jdbc.sql(OWN).param("id", item.id()).param("owner", officer.account()).param("name", officer.name()).update();
	}

	void due(DossierCode code, Instant due) {
		jdbc.sql(LIMIT_DUE).param("code", code.value()).param("due", Timestamp.from(due)).update();
	}

	/** Who did the last step of a kind on a dossier: a dossier that comes back goes to the same officer. */
	Optional<Owner> lastOwner(DossierCode code, StepKind kind) {
		return jdbc.sql(LAST_OWNER).param("code", code.value()).param("kind", kind.name())
			.query((row, number) -> new Owner(row.getObject("owner", UUID.class), row.getString("owner_name"))).optional();
	}

	static WorkItem item(ResultSet row, int number) throws SQLException {
		return new WorkItem(row.getString("id"), row.getString("instance_id"), new DossierCode(row.getString("dossier_code")), new AgencyId(row.getInt("agency")),
				row.getString("step_id"), StepKind.valueOf(row.getString("kind")), Permission.valueOf(row.getString("role")),
				DeskQueue.valueOf(row.getString("queue")), row.getObject("owner", UUID.class), row.getString("owner_name"),
				new LocalizedText(row.getString("step_vi"), row.getString("step_en")), row.getString("service_code"),
				new LocalizedText(row.getString("service_vi"), row.getString("service_en")), row.getString("applicant_name"), row.getInt("channel"),
				instant(row, "opened_at"), instant(row, "due_at"), row.getTimestamp("paused_at") == null ? null : instant(row, "paused_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getTimestamp(column).toInstant();
	}

}
