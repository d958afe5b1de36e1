package vn.motcua.catalogue.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.catalogue.FoundServices;
import vn.motcua.catalogue.SearchWords.Added;
import vn.motcua.catalogue.SearchWords.Asked;

/** Added words, counted queries, counted use. */
@Repository
class SearchStore {

	private static final String WORDS = "select id, phrase, meaning, added_at, adder_name from catalogue.search_word order by id desc limit :most";

	/** Changes with every word added or removed: numbers only grow. */
	private static final String STATE = "select count(*) || ' ' || coalesce(max(id), 0) from catalogue.search_word";

	private static final String ADD = """
			insert into catalogue.search_word (phrase, meaning, added_at, added_by, adder_name) values (:phrase, :meaning, :at, :by, :name)
			on conflict (phrase, meaning) do nothing
			""";

	private static final String REMOVE = "delete from catalogue.search_word where id = :id returning phrase || ' = ' || meaning";

	private static final String COUNT_QUERY = """
			insert into catalogue.search_query as q (day, query, outcome, asked)
			select :day, :query, :outcome, :times
			where :room or exists (select 1 from catalogue.search_query where day = :day and query = :query and outcome = :outcome)
			on conflict (day, query, outcome) do update set asked = q.asked + excluded.asked
			""";

	private static final String QUERIES_OF_DAY = "select count(*) from catalogue.search_query where day = :day";

	private static final String ASKED = """
			select query, case when bool_or(outcome = 'WHOLE') then 'WHOLE' when bool_or(outcome = 'PART') then 'PART' else 'NOTHING' end as best,
				sum(asked) as times, max(day) as last
			from catalogue.search_query where day >= :since and (not :inVain or outcome <> 'WHOLE')
			group by query order by times desc, query limit 100
			""";

	private static final String FORGET = "delete from catalogue.search_query where day < :before";

	private static final String COUNT_USE = """
			insert into catalogue.service_use as u (day, code, begun) values (:day, :code, :times)
			on conflict (day, code) do update set begun = u.begun + excluded.begun
			""";

	private static final String USE = "select code, sum(begun) as begun from catalogue.service_use where day >= :since group by code limit 20000";

	private final JdbcClient jdbc;

	SearchStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Added> words(int most) {
		return jdbc.sql(WORDS).param("most", most).query(SearchStore::added).list();
	}

	String state() {
		return jdbc.sql(STATE).query(String.class).single();
	}

	boolean add(String phrase, String meaning, Instant at, UUID by, String name) {
		return jdbc.sql(ADD).param("phrase", phrase).param("meaning", meaning).param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC)).param("by", by)
			.param("name", name).update() == 1;
	}

	/** The removed word and what it meant. */
	Optional<String> remove(long id) {
		return jdbc.sql(REMOVE).param("id", id).query(String.class).optional();
	}

	long queriesOf(LocalDate day) {
		return jdbc.sql(QUERIES_OF_DAY).param("day", day).query(Long.class).single();
	}

	/** @param room whether a query may be new on that day */
	void count(LocalDate day, String query, FoundServices.Outcome outcome, long times, boolean room) {
		jdbc.sql(COUNT_QUERY).param("day", day).param("query", query).param("outcome", outcome.name()).param("times", times).param("room", room).update();
	}

	List<Asked> asked(LocalDate since, boolean inVain) {
		return jdbc.sql(ASKED).param("since", since).param("inVain", inVain).query((row, number) -> new Asked(row.getString("query"),
				FoundServices.Outcome.valueOf(row.getString("best")), row.getLong("times"), row.getObject("last", LocalDate.class))).list();
	}

	void forget(LocalDate before) {
		jdbc.sql(FORGET).param("before", before).update();
	}

	void countUse(LocalDate day, String code, long times) {
		jdbc.sql(COUNT_USE).param("day", day).param("code", code).param("times", times).update();
	}

	Map<String, Long> use(LocalDate since) {
		Map<String, Long> use = new HashMap<>();
		jdbc.sql(USE).param("since", since).query(row -> {
			use.put(row.getString("code"), row.getLong("begun"));
		});
		return use;
	}

	private static Added added(ResultSet row, int number) throws SQLException {
		return new Added(row.getLong("id"), row.getString("phrase"), row.getString("meaning"), row.getObject("added_at", OffsetDateTime.class).toInstant(),
				row.getString("adder_name"));
	}

}
