package vn.motcua.exchange.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.exchange.quality.PulseStore.AgencyDay;
import vn.motcua.kernel.DossierCode;

/** SQL of days that were examined, and the lines behind their signs. */
@Repository
class SignStore {

	/** Stands beside the signs for the number of dossiers. */
	static final String ALL = "dossiers";

	private static final String UNSEEN = "(examined_at is null or touched_at >= examined_at)";

	private static final String DUE = """
			select agency, day from exchange.examined_day where\s""" + UNSEEN + """
			\sand (examined_at is null or examined_at < ?)
			order by touched_at, agency, day limit ?""";

	private static final String HOLD = "select 1 from exchange.examined_day where agency = ? and day = ? and " + UNSEEN + " for update skip locked";

	private static final String EXAMINED = "update exchange.examined_day set examined_at = ? where agency = ? and day = ?";

	private static final List<String> EMPTY = List.of("delete from exchange.day_sign where agency = ? and day = ?", "delete from exchange.sign_line where agency = ? and day = ?");

	private static final String COUNT = "insert into exchange.day_sign (agency, day, sign, concerned, hits) values (?, ?, ?, ?, ?)";

	private static final String LINE = "insert into exchange.sign_line (agency, sign, day, code, line, words) values (?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing";

	private static final String LINES = """
			select day, code, line, words::text as words from exchange.sign_line where agency = ? and sign = ? and day > ? and day <= ? and (day, code) < (?, ?)
			order by day desc, code desc limit ?""";

	private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {
	};

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	SignStore(JdbcTemplate jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** Days that lines came for since they were examined, that long ago or never. */
	List<AgencyDay> due(Instant examinedBefore, int limit) {
		return jdbc.query(DUE, (row, _) -> new AgencyDay(row.getString("agency"), row.getObject("day", LocalDate.class)), utc(examinedBefore), limit);
	}

	/** False while another node examines it, or when one has meanwhile. */
	boolean hold(AgencyDay day) {
		return !jdbc.queryForList(HOLD, day.agency(), day.day()).isEmpty();
	}

	/** Replaces what was known of the day. */
	void keep(AgencyDay day, DayFindings findings, Instant examinedAt) {
		EMPTY.forEach(statement -> jdbc.update(statement, day.agency(), day.day()));
		List<Object[]> counts = new ArrayList<>();
		findings.counts().forEach((sign, count) -> counts.add(new Object[] { day.agency(), day.day(), sign.key(), count.concerned(), count.hits() }));
		counts.add(new Object[] { day.agency(), day.day(), ALL, findings.dossiers(), 0 });
		jdbc.batchUpdate(COUNT, counts);
		List<Object[]> lines = new ArrayList<>();
		findings.lines().forEach((sign, behind) -> behind.forEach(line -> lines
			.add(new Object[] { day.agency(), sign.key(), line.day(), line.code().value(), line.line(), json.writeValueAsString(line.words()) })));
		jdbc.batchUpdate(LINE, lines);
		jdbc.update(EXAMINED, utc(examinedAt), day.agency(), day.day());
	}

	/** Newest day first, from below a place; days from one (exclusive) to another. */
	List<SignLine> lines(String agency, Sign sign, LocalDate from, LocalDate until, LocalDate beforeDay, String beforeCode, int limit) {
		return jdbc.query(LINES, (row, _) -> new SignLine(row.getObject("day", LocalDate.class), new DossierCode(row.getString("code")), row.getInt("line"),
				json.readValue(row.getString("words"), WORDS)), agency, sign.key(), from, until, beforeDay, beforeCode, limit);
	}

	private static OffsetDateTime utc(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

}
