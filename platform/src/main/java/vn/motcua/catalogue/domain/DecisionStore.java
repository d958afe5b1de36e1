package vn.motcua.catalogue.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.ProcedureCode;

/** The decisions behind versions, abolitions and offers. */
@Repository
class DecisionStore {

	private static final String ALL = """
			select code, decided_by as ministry, null::integer as agency, decision_number, decided_on, effective_on,
				(published_at at time zone 'Asia/Ho_Chi_Minh')::date as entered_on from catalogue.service_version where decision_number is not null
			union all
			select a.code, v.decided_by, null, a.decision_number, a.decided_on, a.effective_on, (a.abolished_at at time zone 'Asia/Ho_Chi_Minh')::date
			from catalogue.abolition a join catalogue.service_version v on v.id = a.last_version
			union all
			select code, null, agency, decision_number, decided_on, valid_from, (entered_at at time zone 'Asia/Ho_Chi_Minh')::date
			from catalogue.offer where decision_number is not null and not ended
			order by 1, 5, 4 limit 50000
			""";

	private static final String DECIDED = "select id from catalogue.service_version where decision_number is not null order by id desc limit 50000";

	private static final String OFFERED = """
			select agency, count(*) as services, count(*) filter (where level >= 3) as online from (select distinct on (agency, code) agency, code, level, ended
				from catalogue.offer where valid_from <= :on and (valid_until is null or valid_until >= :on) order by agency, code, id desc) newest
			where not ended group by agency order by agency limit 5000
			""";

	private final JdbcClient jdbc;

	DecisionStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param ministry who decided, {@code null} where an agency published an offer of its own */
	record Row(ProcedureCode code, @Nullable String ministry, int agency, String number, LocalDate decidedOn, LocalDate effectiveOn, LocalDate enteredOn) {
	}

	record Offered(int agency, long services, long online) {
	}

	List<Row> decisions() {
		return jdbc.sql(ALL).query(DecisionStore::row).list();
	}

	/** Numbers of the versions that came with a decision. */
	List<Long> decidedVersions() {
		return jdbc.sql(DECIDED).query(Long.class).list();
	}

	List<Offered> offered(LocalDate on) {
		return jdbc.sql(OFFERED).param("on", on).query((row, number) -> new Offered(row.getInt("agency"), row.getLong("services"), row.getLong("online"))).list();
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(new ProcedureCode(row.getString("code")), row.getString("ministry"), row.getInt("agency"), row.getString("decision_number"),
				row.getObject("decided_on", LocalDate.class), row.getObject("effective_on", LocalDate.class), row.getObject("entered_on", LocalDate.class));
	}

}
