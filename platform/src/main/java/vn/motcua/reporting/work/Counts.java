package vn.motcua.reporting.work;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How far the reports of a set are; late is sent after the deadline, missing is not sent though it has passed. */
public record Counts(int expected, int started, int sent, int onTime, int missing, int accepted) {

	public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

	public int late() {
		return sent - onTime;
	}

	public Counts plus(Counts other) {
		return new Counts(expected + other.expected, started + other.started, sent + other.sent, onTime + other.onTime, missing + other.missing, accepted + other.accepted);
	}

	/** Share of those due that came on time; 1 when none was due. */
	public double timeliness() {
		int due = sent + missing;
		return due == 0 ? 1 : (double) onTime / due;
	}

	/** Share of those expected that came. */
	public double completeness() {
		return expected == 0 ? 1 : (double) sent / expected;
	}

	static Counts read(ResultSet row) throws SQLException {
		return new Counts(row.getInt("expected"), row.getInt("started"), row.getInt("sent"), row.getInt("on_time"), row.getInt("missing"), row.getInt("accepted"));
	}

}
