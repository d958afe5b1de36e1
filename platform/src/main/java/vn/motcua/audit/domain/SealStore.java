package vn.motcua.audit.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chain of seals and the rows in the order the chain takes them. */
@Repository
class SealStore {

	private static final String LOCK = "select pg_try_advisory_xact_lock(7203111)";

	private static final String HORIZON = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint + (select base from audit.numbering)";

	private static final String COLUMNS = """
			number, from_transaction::text::bigint as from_transaction, until_transaction::text::bigint as until_transaction, rows, first_row, last_row,
			digest, previous
			""";

	private static final String LAST = "select " + COLUMNS + " from audit.seal order by number desc limit 1";

	private static final String FIND = "select " + COLUMNS + " from audit.seal where number = :number";

	private static final String AFTER = "select " + COLUMNS + " from audit.seal where number > :number order by number limit 1000";

	private static final String INSERT = """
			insert into audit.seal (number, from_transaction, until_transaction, rows, first_row, last_row, digest, previous, sealed_at)
			values (:number, :from::text::xid8, :until::text::xid8, :rows, :first, :last, :digest, :previous, :at)
			""";

	private static final String ROWS = "select " + SealedRow.COLUMNS + """
			from audit.access where transaction >= ?::text::xid8 and transaction < ?::text::xid8 order by audit.access.transaction, number
			""";

	private static final String UNSEALED = "select count(*) from audit.access where transaction >= :until::text::xid8";

	private final JdbcClient sql;

	private final JdbcTemplate streaming;

	SealStore(JdbcClient sql, JdbcTemplate jdbc) {
		this.sql = sql;
		this.streaming = new JdbcTemplate(jdbc.getDataSource());
		this.streaming.setFetchSize(2_000);
	}

	/** True for one node at a time, until its transaction ends. */
	boolean lock() {
		return sql.sql(LOCK).query(Boolean.class).single();
	}

	/** Every transaction below has ended: no row of it can still appear. */
	long horizon() {
		return sql.sql(HORIZON).query(Long.class).single();
	}

	Optional<Seal> last() {
		return sql.sql(LAST).query(SealStore::seal).optional();
	}

	Optional<Seal> find(long number) {
		return sql.sql(FIND).param("number", number).query(SealStore::seal).optional();
	}

	List<Seal> after(long number) {
		return sql.sql(AFTER).param("number", number).query(SealStore::seal).list();
	}

	void insert(Seal seal, OffsetDateTime at) {
		sql.sql(INSERT).param("number", seal.number()).param("from", seal.from()).param("until", seal.until()).param("rows", seal.rows())
			.param("first", seal.firstRow()).param("last", seal.lastRow()).param("digest", seal.digest()).param("previous", seal.previous())
			.param("at", at).update();
	}

	/** Streams the rows of a range of transactions in the order of the chain; the caller holds a transaction. */
	void rows(long from, long until, Consumer<SealedRow> each) {
		streaming.query(ROWS, (ResultSet row) -> each.accept(SealedRow.of(row)), from, until);
	}

	long unsealed(long until) {
		return sql.sql(UNSEALED).param("until", until).query(Long.class).single();
	}

	private static Seal seal(ResultSet row, int index) throws SQLException {
		return new Seal(row.getLong("number"), row.getLong("from_transaction"), row.getLong("until_transaction"), row.getLong("rows"),
				row.getLong("first_row"), row.getLong("last_row"), row.getBytes("digest"), row.getBytes("previous"));
	}

}
