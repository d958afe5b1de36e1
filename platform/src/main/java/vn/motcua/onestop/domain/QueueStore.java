package vn.motcua.onestop.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.onestop.DeskQueue;
import vn.motcua.onestop.WorkItem;
import vn.motcua.onestop.WorkQueue;

/**
 * Reads the queues. A list walks one index of open items from where the last page ended; a count stops at
 * {@link WorkQueue#MOST_COUNTED}; no statement joins. The statement is put together from the fixed parts below, so that each
 * combination has its own plan.
 */
@Repository
class QueueStore implements WorkQueue {

	private static final String OPEN = "select " + WorkItemStore.COLUMNS + " from onestop.work_item where agency = :agency and closed_at is null";

	private static final String COUNTS = """
			select queue,
				(select count(*) from (select 1 from onestop.work_item w where w.agency = :agency and w.queue = named.queue and w.closed_at is null limit :most) all_of_it) as all_of_it,
				(select count(*) from (select 1 from onestop.work_item w where w.agency = :agency and w.queue = named.queue and w.closed_at is null
					and w.due_at < :now limit :most) late) as late
			from unnest(string_to_array(:queues, ',')) as named (queue)""";

	private static final String TOTALS = """
			select
				(select count(*) from (select 1 from onestop.work_item where owner = :officer and agency = :agency and closed_at is null limit :most) mine) as mine,
				(select count(*) from (select 1 from onestop.work_item where agency = :agency and closed_at is null and due_at < :now and paused_at is null limit :most) overdue) as overdue,
				(select count(*) from (select 1 from onestop.work_item where agency = :agency and closed_at is null and owner is null and due_at < :now limit :most) stuck) as stuck""";

	private static final String SERVICES = """
			with recursive service as (
				(select service_code, service_vi, service_en from onestop.work_item where agency = :agency and closed_at is null order by service_code limit 1)
				union all
				select following.* from service, lateral (
					select w.service_code, w.service_vi, w.service_en from onestop.work_item w
					where w.agency = :agency and w.closed_at is null and w.service_code > service.service_code order by w.service_code limit 1) following)
			select * from service limit 50""";

	private final JdbcClient jdbc;

	QueueStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Slice<WorkItem> items(AgencyId agency, Query query, Limit limit, @Nullable String after) {
		StringBuilder sql = new StringBuilder(OPEN);
		Map<String, Object> values = new HashMap<>();
		add(sql, values, " and queue = :queue", "queue", query.queue() == null ? null : query.queue().name());
		add(sql, values, " and owner = :owner", "owner", query.owner());
		add(sql, values, " and service_code = :service", "service", query.service());
		add(sql, values, " and due_at < :before and paused_at is null", "before", query.dueBefore() == null ? null : Timestamp.from(query.dueBefore()));
		typed(sql, values, query.typed());
		return page(sql, values, agency, query.sort(), limit, after);
	}

	@Override
	public Slice<WorkItem> stuck(AgencyId agency, Instant now, Limit limit, @Nullable String after) {
		StringBuilder sql = new StringBuilder(OPEN).append(" and owner is null and due_at < :before");
		Map<String, Object> values = new HashMap<>();
		values.put("before", Timestamp.from(now));
		return page(sql, values, agency, Sort.DUE, limit, after);
	}

	@Override
	public Map<DeskQueue, Count> counts(AgencyId agency, Instant now) {
		Map<DeskQueue, Count> counts = new EnumMap<>(DeskQueue.class);
		jdbc.sql(COUNTS).param("agency", agency.value()).param("now", Timestamp.from(now)).param("most", MOST_COUNTED)
			.param("queues", "TO_RECEIVE,IN_WORK,SUPPLEMENT,PAYMENT,TO_SIGN,TO_RETURN").query(row -> {
				counts.put(DeskQueue.valueOf(row.getString("queue")), new Count(row.getInt("all_of_it"), row.getInt("late")));
			});
		return counts;
	}

	@Override
	public Counts totals(AgencyId agency, UUID officer, Instant now) {
		return jdbc.sql(TOTALS).param("agency", agency.value()).param("officer", officer).param("now", Timestamp.from(now)).param("most", MOST_COUNTED)
			.query((row, number) -> new Counts(row.getInt("mine"), row.getInt("overdue"), row.getInt("stuck"))).single();
	}

	@Override
	public List<ServiceName> services(AgencyId agency) {
		return jdbc.sql(SERVICES).param("agency", agency.value())
			.query((row, number) -> new ServiceName(row.getString("service_code"), new LocalizedText(row.getString("service_vi"), row.getString("service_en")))).list();
	}

	private Slice<WorkItem> page(StringBuilder sql, Map<String, Object> values, AgencyId agency, Sort sort, Limit limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 2);
		if (place != null) {
			sql.append(sort == Sort.DUE ? " and (due_at, id) > (:placeAt, :placeId)" : " and (opened_at, id) < (:placeAt, :placeId)");
			values.put("placeAt", Timestamp.from(QueuePlace.moment(place)));
			values.put("placeId", place.keys().get(1));
		}
		sql.append(sort == Sort.DUE ? " order by due_at, id" : " order by opened_at desc, id desc").append(" limit :limit");
		values.put("agency", agency.value());
		values.put("limit", limit.value() + 1);
		List<WorkItem> rows = jdbc.sql(sql.toString()).params(values).query(WorkItemStore::item).list();
		return Slice.of(rows, limit.value(), item -> QueuePlace.of(sort == Sort.DUE ? item.dueAt() : item.openedAt(), item.id()));
	}

	private static void typed(StringBuilder sql, Map<String, Object> values, @Nullable String typed) {
		if (typed == null || typed.isBlank()) {
			return;
		}
		DossierCode.find(typed).ifPresentOrElse(code -> add(sql, values, " and dossier_code = :code", "code", code.value()), () -> {
			add(sql, values, " and applicant_folded >= :name and applicant_folded < :nameEnd", "name", Folded.of(typed));
			values.put("nameEnd", Folded.of(typed) + Character.toString(Character.MAX_CODE_POINT));
		});
	}

	private static void add(StringBuilder sql, Map<String, Object> values, String condition, String name, @Nullable Object value) {
		if (value != null) {
			sql.append(condition);
			values.put(name, value);
		}
	}

}
