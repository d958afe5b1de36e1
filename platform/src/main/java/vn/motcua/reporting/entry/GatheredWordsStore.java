package vn.motcua.reporting.entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;

/** SQL of what agencies wrote in one place of a form. */
@Repository
class GatheredWordsStore {

	private static final String SENT = "(not :sent or o.state in ('SENT', 'RECEIVED', 'ACCEPTED', 'AGGREGATED', 'CLOSED') or o.correcting)";

	/** Without marks where nobody typed any. */
	private static final String PLAIN = "replace(regexp_replace(normalize(lower(t.content), NFD), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd')";

	private static final String LIST = """
			select o.agency, o.state, t.code, array_position(:codes::text[], t.code) as line, t.content, t.account_name, t.at
			from reporting.obligation o join reporting.report_text t using (regime, period, agency)
			where o.regime = :regime and o.period = :period and o.receiver = :receiver and t.kind = :kind and t.code = any (:codes::text[]) and t.content <> '' and %s
			and (:search = '' or position(:search in case when :plain then %s else lower(normalize(t.content, NFC)) end) > 0)
			and (o.agency, array_position(:codes::text[], t.code)) > (:after, :line) order by o.agency, array_position(:codes::text[], t.code) limit :limit
			""".formatted(SENT, PLAIN);

	private static final String SILENT = """
			select o.agency from reporting.obligation o where o.regime = :regime and o.period = :period and o.receiver = :receiver and %s
			and not exists (select from reporting.report_text t where (t.regime, t.period, t.agency) = (o.regime, o.period, o.agency) and t.kind = :kind and t.code = any (:codes::text[]) and t.content <> '')
			order by o.agency limit :limit
			""".formatted(SENT);

	private static final String COUNT = "select count(*) from reporting.obligation o where o.regime = :regime and o.period = :period and o.receiver = :receiver and " + SENT;

	private final JdbcClient jdbc;

	GatheredWordsStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What is asked for.
	 *
	 * @param gatherer regime and period with the agency that gathers
	 * @param receiver number under which reports go to it
	 * @param codes in the order of the form
	 * @param search part of a text, empty for all
	 * @param sent only of reports that were handed in
	 */
	record Asked(SheetKey gatherer, int receiver, ReportText.Kind kind, List<String> codes, String search, boolean sent) {
	}

	/** @param line place of the code among those that are asked for, from 1 */
	record Said(int agency, Reports.State state, String code, int line, String content, String by, Instant at) {
	}

	/** By the numbers of the agencies, each in the order of the form. */
	Slice<Said> list(Asked asked, int limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 2);
		String search = java.text.Normalizer.normalize(asked.search().toLowerCase(TypedNumber.VIETNAMESE), java.text.Normalizer.Form.NFC);
		List<Said> rows = bound(LIST, asked).param("search", search).param("plain", StandardCharsets.US_ASCII.newEncoder().canEncode(search))
			.param("after", place == null ? 0 : place.key(0, Integer::parseInt)).param("line", place == null ? 0 : place.key(1, Integer::parseInt)).param("limit", limit + 1)
			.query((row, _) -> new Said(row.getInt("agency"), Reports.State.valueOf(row.getString("state")), row.getString("code"), row.getInt("line"), row.getString("content"),
					row.getString("account_name"), row.getTimestamp("at").toInstant())).list();
		return Slice.of(rows, limit, row -> Cursor.of(row.agency(), row.line()));
	}

	/** Numbers of agencies that wrote nothing there. */
	List<Integer> silent(Asked asked, int limit) {
		return bound(SILENT, asked).param("limit", limit).query(Integer.class).list();
	}

	/** How many reports there are. */
	int count(Asked asked) {
		return scoped(COUNT, asked).query(Integer.class).single();
	}

	private JdbcClient.StatementSpec bound(String sql, Asked asked) {
		return scoped(sql, asked).param("kind", asked.kind().name()).param("codes", asked.codes().toArray(String[]::new));
	}

	private JdbcClient.StatementSpec scoped(String sql, Asked asked) {
		return jdbc.sql(sql).param("regime", asked.gatherer().regime()).param("period", asked.gatherer().period()).param("receiver", asked.receiver()).param("sent", asked.sent());
	}

}
