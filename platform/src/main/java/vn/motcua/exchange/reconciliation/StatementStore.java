package vn.motcua.exchange.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.dossier.LedgerDigests.Part;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;

/** SQL of what senders say that they hold. */
@Repository
class StatementStore {

	private static final String STATE = """
			insert into exchange.day_statement as s (agency, day, agency_id, above, sender, sender_name, stated_at, their_dossiers, their_lines, their_digest,
				our_dossiers, our_lines, our_digest, compared_at, differs_since, touched_at)
			values (:agency, :day, :agencyId, :above, :sender, :senderName, :at, :theirDossiers, :theirLines, :theirDigest, :dossiers, :lines, :digest, :at,
				case when :theirDigest <> :digest then cast(:at as timestamptz) end, case when :theirDigest <> :digest then cast(:at as timestamptz) end)
			on conflict (agency, day) do update set agency_id = excluded.agency_id, above = excluded.above, sender = excluded.sender,
				sender_name = excluded.sender_name, stated_at = excluded.stated_at, their_dossiers = excluded.their_dossiers, their_lines = excluded.their_lines,
				their_digest = excluded.their_digest, our_dossiers = excluded.our_dossiers, our_lines = excluded.our_lines, our_digest = excluded.our_digest,
				compared_at = excluded.compared_at, touched_at = excluded.touched_at,
				differs_since = case when excluded.differs_since is null or s.differs_since is not null and s.healed_at is null then s.differs_since
					else excluded.differs_since end,
				healed_at = case when excluded.differs_since is not null then null when s.differs_since is not null then coalesce(s.healed_at, excluded.compared_at) end""";

	private static final String COMPARED = """
			update exchange.day_statement set our_dossiers = :dossiers, our_lines = :lines, our_digest = :digest, compared_at = :at, touched_at = null,
				healed_at = case when their_digest = :digest then cast(:at as timestamptz) end
			where agency = :agency and day = :day and touched_at = :touched and differs_since is not null and healed_at is null""";

	private static final String TOUCH = """
			update exchange.day_statement set touched_at = :at where (agency, day) in (select * from unnest(:agencies::text[], :days::date[]))
			and differs_since is not null and healed_at is null""";

	private static final String TOUCHED = "select agency, day, touched_at from exchange.day_statement where touched_at is not null order by touched_at limit :limit";

	private static final String ALL = """
			select agency, agency_id, day, sender_name, stated_at, their_dossiers, their_lines, their_digest, our_dossiers, our_lines, our_digest, compared_at,
				differs_since, healed_at
			from exchange.day_statement where differs_since is not null and (:root::integer is null or :root = any (above))
				and (:agency::text is null or agency = :agency)
				and (:since::timestamptz is null or differs_since < :since or differs_since = :since and (agency, day) > (:afterAgency, :afterDay::date))
			order by differs_since desc, agency, day limit :limit""";

	private static final String OPEN = ALL.replace("differs_since is not null and", "differs_since is not null and healed_at is null and");

	private static final String LINES = "insert into exchange.line_day (agency, day) select distinct * from unnest(:agencies::text[], :days::date[]) on conflict do nothing";

	private static final String UNSTATED = """
			exchange.line_day l where (:agency::text is null or l.agency = :agency)
					and (:root::integer is null or l.agency in (select agency from exchange.sender_agency where :root = any (above)))
					and not exists (select from exchange.day_statement s where s.agency = l.agency and s.day = l.day)""";

	private static final String UNCOMPARED = "select l.agency, l.day from " + UNSTATED + """
			 and (:afterDay::date is null or l.day < :afterDay or l.day = :afterDay and l.agency > :afterAgency) order by l.day desc, l.agency limit :limit""";

	private static final String STANDING = """
			select (select count(*) from exchange.day_statement where their_lines + our_lines > 0 and (:root::integer is null or :root = any (above))
					and (:agency::text is null or agency = :agency)) as compared,
				(select count(*) from exchange.day_statement where their_lines + our_lines > 0 and their_digest = our_digest
					and (:root::integer is null or :root = any (above)) and (:agency::text is null or agency = :agency)) as equal,
				(select count(*) from """ + " " + UNSTATED + ") as uncompared";

	private final JdbcClient sql;

	StatementStore(JdbcClient sql) {
		this.sql = sql;
	}

	record Touched(String agency, LocalDate day, OffsetDateTime at) {
	}

	/** Where a list goes on. */
	record Place(Instant since, String agency, LocalDate day) {
	}

	/** A difference is looked at again a minute later: lines may have come while the day was read. */
	void state(Actor sender, AgencyId agencyId, Integer[] above, String agency, LocalDate day, Part theirs, Part ours, Instant at) {
		sql.sql(STATE).param("agency", agency).param("day", day).param("agencyId", agencyId.value()).param("above", above).param("sender", sender.account())
			.param("senderName", sender.name()).param("at", utc(at)).param("theirDossiers", theirs.dossiers()).param("theirLines", theirs.lines())
			.param("theirDigest", theirs.digest()).param("dossiers", ours.dossiers()).param("lines", ours.lines()).param("digest", ours.digest()).update();
	}

	/** What was touched again meanwhile stays to be compared. */
	void compared(Touched touched, Part ours, Instant at) {
		sql.sql(COMPARED).param("agency", touched.agency()).param("day", touched.day()).param("touched", touched.at()).param("dossiers", ours.dossiers())
			.param("lines", ours.lines()).param("digest", ours.digest()).param("at", utc(at)).update();
	}

	/** Days of which the ledger took in lines; statements without an open difference are left alone. */
	void touch(Collection<String> agencies, Collection<LocalDate> days, Instant at) {
		String[] codes = agencies.toArray(String[]::new);
		String[] dates = days.stream().map(LocalDate::toString).toArray(String[]::new);
		sql.sql(LINES).param("agencies", codes).param("days", dates).update();
		sql.sql(TOUCH).param("agencies", codes).param("days", dates).param("at", utc(at)).update();
	}

	Standing standing(@Nullable AgencyId root, @Nullable String agency) {
		return sql.sql(STANDING).param("root", root == null ? null : root.value()).param("agency", agency)
			.query((row, _) -> new Standing(row.getLong("compared"), row.getLong("equal"), row.getLong("uncompared"))).single();
	}

	/** @param after where the list goes on, {@code null} from its beginning */
	List<UncomparedDay> uncompared(@Nullable AgencyId root, @Nullable String agency, @Nullable UncomparedDay after, int limit) {
		return sql.sql(UNCOMPARED).param("root", root == null ? null : root.value()).param("agency", agency).param("afterDay", after == null ? null : after.day())
			.param("afterAgency", after == null ? "" : after.agency()).param("limit", limit)
			.query((row, _) -> new UncomparedDay(row.getString("agency"), row.getObject("day", LocalDate.class))).list();
	}

	List<Touched> touched(int limit) {
		return sql.sql(TOUCHED).param("limit", limit)
			.query((row, _) -> new Touched(row.getString("agency"), row.getObject("day", LocalDate.class), row.getObject("touched_at", OffsetDateTime.class))).list();
	}

	/** @param root the agency whose and whose subordinates' are listed, {@code null} for all @param healed whether those that healed are listed too */
	List<Difference> list(@Nullable AgencyId root, @Nullable String agency, boolean healed, @Nullable Place after, int limit) {
		return sql.sql(healed ? ALL : OPEN).param("root", root == null ? null : root.value()).param("agency", agency)
			.param("since", after == null ? null : utc(after.since())).param("afterAgency", after == null ? "" : after.agency())
			.param("afterDay", after == null ? null : after.day()).param("limit", limit).query(StatementStore::row).list();
	}

	private static Difference row(ResultSet row, int number) throws SQLException {
		Instant healed = row.getObject("healed_at") == null ? null : moment(row, "healed_at");
		return new Difference(row.getString("agency"), new AgencyId(row.getInt("agency_id")), row.getObject("day", LocalDate.class), row.getString("sender_name"),
				moment(row, "stated_at"), new Part(row.getLong("their_dossiers"), row.getLong("their_lines"), row.getString("their_digest")),
				new Part(row.getLong("our_dossiers"), row.getLong("our_lines"), row.getString("our_digest")), moment(row, "compared_at"),
				moment(row, "differs_since"), healed);
	}

	private static OffsetDateTime utc(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
