package vn.motcua.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import vn.motcua.sandbox.year.Mistake;
import vn.motcua.sdk.Channel;
import vn.motcua.sdk.Outcome;
import vn.motcua.sdk.Status;

/** What the vendor's system knows of its dossiers and of what the ledger answered. */
final class VendorStore {

	private static final String ROWS = """
			select s.code, d.agency, s.seq, s.status, s.at, s.due_at, s.note, s.officer, d.procedure_code, d.procedure_name, d.field, d.channel, d.digitised, d.mistake, d.mended,
				d.pushed, d.origin, a.name, a.number, a.phone, a.enterprise, coalesce(p.amount_vnd, 0) as paid
			from step s join dossier d on d.code = s.code join applicant a on a.id = d.applicant left join payment p on p.code = s.code and p.seq = s.seq
			""";

	private static final String TO_SEND = ROWS + " where s.state = 'NEW' and s.portal = ? and not s.taken_back and s.entered_at <= ? order by s.entered_at, s.code, s.seq limit ?";

	private static final String OF_DAY = ROWS + " where d.agency = ? and d.received_on = ? and s.state <> 'NEW' and not s.taken_back order by s.code, s.seq";

	/** Of step s, by the real and the lived moment. */
	private static final String HAPPENED = " s.entered_at <= case when s.portal then cast(? as timestamp with time zone) else cast(? as timestamp with time zone) end ";

	private static final String OPEN = "select count(*) from step s where not s.taken_back and (s.state in ('NEW', 'QUEUED') or s.state = 'REJECTED' and s.tries < ?) and" + HAPPENED;

	private static final String STATES = "select s.state, count(*) from step s where not s.taken_back and" + HAPPENED + "group by s.state";

	private static final String LATEST = "select s.code, s.status, s.at, s.state, s.rule from step s where" + HAPPENED + "order by s.entered_at desc, s.code, s.seq desc limit ?";

	private static final String HELD = """
			select d.agency, count(*), sum(case when d.origin = 'PORTAL' then 1 else 0 end),
				(select count(*) from step s join dossier e on e.code = s.code where e.agency = d.agency and not s.taken_back and""" + HAPPENED + """
				),
				(select count(*) from supplement s join dossier e on e.code = s.code where e.agency = d.agency and s.asked_at <= ?),
				(select coalesce(sum(p.amount_vnd), 0) from payment p join dossier e on e.code = p.code where e.agency = d.agency and p.paid_at <= ?)
			from dossier d where d.origin = 'PORTAL' or exists (select 1 from step f where f.code = d.code and f.entered_at <= ?) group by d.agency order by d.agency limit 200
			""";

	/** A step that is refused again and again is left as it is. */
	private static final int MOST_TRIES = 5;

	private final VendorDatabase database;

	VendorStore(VendorDatabase database) {
		this.database = database;
	}

	List<Pending> toSend(Now now, int most) {
		List<Pending> steps = new ArrayList<>(database.query(TO_SEND, VendorStore::pending, false, now.lived(), most));
		steps.addAll(database.query(TO_SEND, VendorStore::pending, true, now.real(), most));
		return steps;
	}

	/** Everything of a day that went out, as it is now. */
	List<Pending> sent(String agency, LocalDate day) {
		return database.query(OF_DAY, VendorStore::pending, agency, day);
	}

	void queued(List<Pending> steps) {
		database.all(() -> database.batch("update step set state = 'QUEUED' where code = ? and seq = ? and state = 'NEW'",
				steps.stream().map(step -> new Object[] { step.code(), step.seq() }).toList()));
	}

	void pushed(List<String> codes) {
		database.all(() -> database.batch("update dossier set pushed = true where code = ?", codes.stream().map(code -> new Object[] { code }).toList()));
	}

	/** A step and what became of it. */
	record Answer(String code, int seq, Outcome.Result result, @Nullable String rule) {
	}

	/** A line that was once taken stays so, whatever its second sending is answered. */
	void answered(List<Answer> answers) {
		database.all(() -> database.batch("update step set state = ?, rule = ? where code = ? and seq = ? and state in ('NEW', 'QUEUED', 'REJECTED')",
				answers.stream().map(answer -> new Object[] { answer.result().name(), answer.rule(), answer.code(), answer.seq() }).toList()));
	}

	/** Officers see what was refused and put it right; it goes again. */
	int mend() {
		int[] again = { 0 };
		database.all(() -> {
			database.update("update dossier d set mended = true where mistake is not null and not mended and exists (select 1 from step s where s.code = d.code and s.state = 'REJECTED')");
			database.update("update step set taken_back = true where state = 'REJECTED' and wrong");
			again[0] = database.update("update step set state = 'NEW', tries = tries + 1 where state = 'REJECTED' and not taken_back and tries < ?", MOST_TRIES);
		});
		return again[0];
	}

	/** What went out and waits for an answer that nothing will bring any more, because this system died in between, goes out again: the ledger knows it. */
	void unanswered() {
		database.update("update step set state = 'NEW' where state = 'QUEUED'");
	}

	/** After a fault of the system itself, what was refused because of it is tried anew. */
	void tryAnew() {
		database.update("update step set tries = 0 where state = 'REJECTED'");
	}

	void again(String code, int seq) {
		database.update("update step set state = 'NEW' where code = ? and seq = ?", code, seq);
	}

	/** Steps that happened and are not settled with the ledger. */
	long open(Now now) {
		return database.number(OPEN, MOST_TRIES, now.real(), now.lived());
	}

	/** Days of an agency with something that went out. */
	List<LocalDate> days(String agency) {
		return database.query("select distinct d.received_on from dossier d where d.agency = ? and exists (select 1 from step s where s.code = d.code and s.state <> 'NEW') order by d.received_on",
				row -> row.getObject(1, LocalDate.class), agency);
	}

	/** How many steps are in which state, of those that happened. */
	Map<String, Long> states(Now now) {
		Map<String, Long> states = new TreeMap<>();
		database.query(STATES, row -> states.put(row.getString(1), row.getLong(2)), now.real(), now.lived());
		return states;
	}

	/** Rules that the ledger named, and how often. */
	Map<String, Long> rules() {
		Map<String, Long> rules = new TreeMap<>();
		database.query("select rule, count(*) from step where rule is not null group by rule order by 2 desc limit 20", row -> rules.put(row.getString(1), row.getLong(2)));
		return rules;
	}

	/** What stands on the page of each agency. */
	record Held(String agency, long dossiers, long onPortal, long steps, long supplements, long paidVnd) {
	}

	List<Held> held(Now now) {
		return database.query(HELD, row -> new Held(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)),
				now.real(), now.lived(), now.lived(), now.lived(), now.lived());
	}

	/** The latest steps, for the page. */
	record Latest(String code, int status, Instant at, String state, @Nullable String rule) {
	}

	List<Latest> latest(Now now, int most) {
		return database.query(LATEST,
				row -> new Latest(row.getString(1), row.getInt(2), VendorDatabase.moment(row, "at"), row.getString(4), row.getString(5)), now.real(), now.lived(), most);
	}

	private static Pending pending(ResultSet row) throws SQLException {
		boolean slip = row.getString("mistake") != null && !row.getBoolean("mended");
		Mistake mistake = slip ? Mistake.valueOf(row.getString("mistake")) : null;
		return new Pending(row.getString("code"), row.getString("agency"), row.getInt("seq"), Status.of(row.getInt("status")), VendorDatabase.moment(row, "at"),
				VendorDatabase.optionalMoment(row, "due_at"), row.getString("note"), row.getString("officer"),
				mistake == Mistake.UNKNOWN_PROCEDURE ? "9.999999" : row.getString("procedure_code"), row.getString("procedure_name"), row.getString("field"),
				Channel.valueOf(row.getString("channel")), row.getBoolean("digitised"), row.getString("name"), mistake == Mistake.WRONG_NUMBER ? "123" : row.getString("number"),
				row.getString("phone"), row.getBoolean("enterprise"), row.getLong("paid"), row.getBoolean("pushed"), row.getString("origin").equals("PORTAL"));
	}

}
