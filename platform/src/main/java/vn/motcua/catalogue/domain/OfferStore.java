package vn.motcua.catalogue.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.Offer;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.calendar.TimeLimit;

/** SQL of offers. */
@Repository
class OfferStore {

	private static final String COLUMNS = """
			id, code, agency, level, code_suffix, desk_address, desk_hours, fees, times, decision_number, decided_on, valid_from, valid_until, ended, entered_at,
			enterer_name""";

	private static final String INSERT = """
			insert into catalogue.offer (code, agency, level, code_suffix, desk_address, desk_hours, fees, times, decision_number, decided_on, valid_from, valid_until,
				ended, entered_at, entered_by, enterer_name)
			values (:code, :agency, :level, :suffix, :address, :hours, :fees::jsonb, :times::jsonb, :number, :decidedOn, :from, :until, :ended, :at, :by, :name)
			returning id
			""";

	/** The newest row of each of these agencies that covers the day: at most one an agency. */
	private static final String HOLDING = "select " + COLUMNS + """
			 from (select distinct on (agency) * from catalogue.offer where code = :code and agency in (:agencies) and valid_from <= :on
				and (valid_until is null or valid_until >= :on) order by agency, id desc) newest where not ended
			""";

	private static final String OF = "select " + COLUMNS + """
			 from (select distinct on (agency) * from catalogue.offer where code = :code and agency > :after and valid_from <= :on
				and (valid_until is null or valid_until >= :on) order by agency, id desc) newest where not ended order by agency limit :limit
			""";

	private static final String NEWEST = "select " + COLUMNS + " from catalogue.offer where code = :code and agency = :agency order by id desc limit 1";

	private static final String AT = "select " + COLUMNS + """
			 from (select distinct on (code) * from catalogue.offer where agency = :agency and code > :after and valid_from <= :on
				and (valid_until is null or valid_until >= :on) order by code, id desc) newest where not ended order by code limit :limit
			""";

	private static final String SUFFIX_TAKEN = """
			select exists (select 1 from catalogue.offer where code = :code and agency <> :agency and code_suffix = :suffix and code_suffix <> '' and not ended
				and (valid_until is null or valid_until >= :from))
			""";

	/** Changes with every row, also with one that gets its number before another and commits after it: the last thousand are counted. */
	private static final String STATE = """
			select count(*) || ' ' || coalesce(max(id), 0) from catalogue.offer where id > (select coalesce(max(id), 0) - 1000 from catalogue.offer)
			""";

	private static final String LOCK = "select pg_advisory_xact_lock(7104, hashtext(:key))";

	private final JdbcClient jdbc;

	private final JsonMapper json = JsonMapper.shared();

	OfferStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean any() {
		return jdbc.sql("select exists (select from catalogue.offer)").query(Boolean.class).single();
	}

	long insert(Offer offer, UUID by) {
		Offer.Terms terms = offer.terms();
		return jdbc.sql(INSERT)
			.param("code", offer.code().value())
			.param("agency", offer.agency().value())
			.param("level", terms.level())
			.param("suffix", terms.codeSuffix())
			.param("address", terms.deskAddress())
			.param("hours", terms.deskHours())
			.param("fees", json.writeValueAsString(terms.feesVnd()))
			.param("times", json.writeValueAsString(terms.times()))
			.param("number", terms.decisionNumber(), Types.VARCHAR)
			.param("decidedOn", terms.decidedOn(), Types.DATE)
			.param("from", offer.from())
			.param("until", offer.until(), Types.DATE)
			.param("ended", offer.ended())
			.param("at", OffsetDateTime.ofInstant(offer.enteredAt(), ZoneOffset.UTC))
			.param("by", by)
			.param("name", offer.enteredBy())
			.query(Long.class)
			.single();
	}

	/** What these agencies offer themselves on a day. */
	List<Offer> holding(ProcedureCode code, List<AgencyId> agencies, LocalDate on) {
		List<Integer> ids = agencies.stream().map(AgencyId::value).toList();
		return ids.isEmpty() ? List.of() : jdbc.sql(HOLDING).param("code", code.value()).param("agencies", ids).param("on", on).query(this::offer).list();
	}

	/** By number of the agency, from the one after {@code after} on. */
	List<Offer> of(ProcedureCode code, LocalDate on, int after, int limit) {
		return jdbc.sql(OF).param("code", code.value()).param("on", on).param("after", after).param("limit", limit).query(this::offer).list();
	}

	Optional<Offer> newest(ProcedureCode code, AgencyId agency) {
		return jdbc.sql(NEWEST).param("code", code.value()).param("agency", agency.value()).query(this::offer).optional();
	}

	List<Offer> at(AgencyId agency, LocalDate on, String after, int limit) {
		return jdbc.sql(AT).param("agency", agency.value()).param("on", on).param("after", after).param("limit", limit).query(this::offer).list();
	}

	boolean suffixTaken(ProcedureCode code, AgencyId agency, String suffix, LocalDate from) {
		return jdbc.sql(SUFFIX_TAKEN).param("code", code.value()).param("agency", agency.value()).param("suffix", suffix).param("from", from).query(Boolean.class).single();
	}

	/** Another one after every change. */
	String state() {
		return jdbc.sql(STATE).query(String.class).single();
	}

	/** Lets one change of a procedure's offers at a time go on, to the end of the transaction. */
	void lock(ProcedureCode code) {
		jdbc.sql(LOCK).param("key", code.value()).query().listOfRows();
	}

	private Offer offer(ResultSet row, int number) throws SQLException {
		Map<String, Long> fees = json.readValue(row.getString("fees"), new TypeReference<Map<String, Long>>() {
		});
		Map<String, Map<Channel, TimeLimit>> times = json.readValue(row.getString("times"), new TypeReference<Map<String, Map<Channel, TimeLimit>>>() {
		});
		@Nullable LocalDate decidedOn = row.getObject("decided_on", LocalDate.class);
		Offer.Terms terms = new Offer.Terms(row.getInt("level"), row.getString("code_suffix"), row.getString("desk_address"), row.getString("desk_hours"), fees, times,
				row.getString("decision_number"), decidedOn);
		return new Offer(row.getLong("id"), new ProcedureCode(row.getString("code")), new AgencyId(row.getInt("agency")), terms, row.getObject("valid_from", LocalDate.class),
				row.getObject("valid_until", LocalDate.class), row.getBoolean("ended"), row.getObject("entered_at", OffsetDateTime.class).toInstant(),
				row.getString("enterer_name"));
	}

}
