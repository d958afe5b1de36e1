package vn.motcua.agent.source;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A query of the existing system's database. It names the watermark as {@code :since} and is ordered by that column; the mark is
 * the highest value read. A moment is asked for again a little earlier than the mark, because a transaction may end after later
 * ones; rows that come twice have no second effect.
 */
public final class JdbcSource implements Source {

	static final String PART = "jdbc";

	private static final int AT_ONCE = 1_000;

	/** Of all moments that are told with a zone, so that their texts are in their order. */
	private static final String OFFSET = "+07:00";

	private final Database database;

	private final String query;

	private final int marks;

	private final String watermark;

	private final String start;

	private final Duration overlap;

	/** @param start the first value of the watermark, a moment like {@code 2026-01-01 00:00:00} or a number */
	public JdbcSource(Database database, String query, String watermark, String start, Duration overlap) {
		this.database = database;
		this.marks = query.split(":since\\b", -1).length - 1;
		this.query = query.replaceAll(":since\\b", "?");
		this.watermark = watermark;
		this.start = start;
		this.overlap = overlap;
	}

	@Override
	public void read(Taker taker) throws IOException, InterruptedException {
		String mark = taker.mark(PART);
		if (mark == null) {
			taker.restart(PART);
		}
		try (Connection connection = database.open()) {
			connection.setAutoCommit(false);
			connection.setReadOnly(true);
			try (PreparedStatement statement = connection.prepareStatement(query, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
				statement.setFetchSize(database.mySql() ? Integer.MIN_VALUE : AT_ONCE);
				for (int i = 1; i <= marks; i++) {
					bind(statement, i, mark == null ? start : mark);
				}
				try (ResultSet rows = statement.executeQuery()) {
					read(rows, taker, mark);
				}
			}
			connection.rollback();
		}
		catch (SQLException failed) {
			throw new IOException("the database did not answer the query: " + failed.getMessage(), failed);
		}
	}

	private void read(ResultSet rows, Taker taker, @Nullable String before) throws SQLException, IOException, InterruptedException {
		ResultSetMetaData about = rows.getMetaData();
		List<String> names = new ArrayList<>();
		boolean[] zoned = new boolean[about.getColumnCount() + 1];
		for (int i = 1; i <= about.getColumnCount(); i++) {
			names.add(about.getColumnLabel(i));
			zoned[i] = about.getColumnType(i) == Types.TIMESTAMP_WITH_TIMEZONE || "timestamptz".equalsIgnoreCase(about.getColumnTypeName(i));
		}
		Columns columns = new Columns(names);
		if (!columns.has(watermark)) {
			throw new IOException("the query has no column " + watermark + ", which the watermark is");
		}
		int place = columns.place(watermark) + 1;
		String reached = before == null ? start : before;
		String last = "";
		for (long number = 1; rows.next() && !taker.enough(); number++) {
			List<String> cells = new ArrayList<>(names.size());
			for (int i = 1; i <= names.size(); i++) {
				cells.add(text(rows.getObject(i), zoned[i]));
			}
			String now = text(rows.getObject(place), zoned[place]);
			if (!last.isEmpty() && !now.isEmpty() && order(now, last) < 0) {
				throw new IOException("the query is not ordered by " + watermark + ": " + now + " comes after " + last + "; a stop between them would lose rows");
			}
			last = now.isEmpty() ? last : now;
			reached = later(reached, now);
			taker.row(new Row(PART, number, columns, cells, false), PART, reached);
		}
		if (!taker.enough()) {
			taker.reached(PART, reached);
		}
	}

	/** Rows that come again because of the overlap do not move the mark back, and rows without a watermark not at all. */
	private static String later(String before, String now) {
		return now.isEmpty() || order(now, before) < 0 ? before : now;
	}

	private static int order(String one, String other) {
		return number(one) && number(other) ? new BigDecimal(one).compareTo(new BigDecimal(other)) : plain(one).compareTo(plain(other));
	}

	private static String plain(String moment) {
		return moment.strip().replace(' ', 'T');
	}

	private void bind(PreparedStatement statement, int place, String value) throws SQLException {
		if (number(value)) {
			statement.setBigDecimal(place, new BigDecimal(value));
			return;
		}
		if (value.endsWith(OFFSET)) {
			statement.setTimestamp(place, Timestamp.from(OffsetDateTime.parse(value).toInstant().minus(overlap)));
			return;
		}
		LocalDateTime moment = LocalDateTime.parse(value.strip().replace(' ', 'T') + (value.strip().length() == 10 ? "T00:00" : ""));
		statement.setTimestamp(place, Timestamp.valueOf(moment.minus(overlap)));
	}

	private static boolean number(String value) {
		return value.matches("-?\\d+(\\.\\d+)?");
	}

	/** Moments as they stand in the database; where the database knows their zone they are told with it, whatever this machine's clock is set to. */
	private static String text(@Nullable Object value, boolean zoned) {
		if (value instanceof Timestamp moment) {
			return zoned ? told(moment.toInstant()) : moment.toLocalDateTime().toString();
		}
		if (value instanceof OffsetDateTime moment) {
			return told(moment.toInstant());
		}
		return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
	}

	private static String told(Instant moment) {
		return moment.atOffset(ZoneOffset.of(OFFSET)).toString();
	}

}
