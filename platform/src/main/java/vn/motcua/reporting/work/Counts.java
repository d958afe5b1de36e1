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

	/** Without a part of them; the part may have been counted a moment later. */
	public Counts minus(Counts part) {
		return new Counts(rest(expected, part.expected), rest(started, part.started), rest(sent, part.sent), rest(onTime, part.onTime), rest(missing, part.missing),
				rest(accepted, part.accepted));
	}

	private static int rest(int all, int part) {
		return Math.max(0, all - part);
	}

	/** Those that came and those whose time has passed. */
	public int due() {
		return sent + missing;
	}

	/** Share of those due that came on time; 1 when none was due. */
	public double timeliness() {
		return due() == 0 ? 1 : (double) onTime / due();
	}

	/** Share of those due that came; 1 when none was due. */
	public double completeness() {
		return due() == 0 ? 1 : (double) sent / due();
	}

	static Counts read(ResultSet row) throws SQLException {
		return new Counts(row.getInt("expected"), row.getInt("started"), row.getInt("sent"), row.getInt("on_time"), row.getInt("missing"), row.getInt("accepted"));
	}

}
