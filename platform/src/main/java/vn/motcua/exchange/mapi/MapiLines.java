package vn.motcua.exchange.mapi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.dossier.SyncedLine.Keyed;
import vn.motcua.dossier.SyncedLine.Keyed.Kind;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;

/** Lines of one record while they are put together: what they share, and the last moment and status so far. */
final class MapiLines {

	private final DossierCode code;

	private final ProcedureCode procedure;

	private final SyncedLine.@Nullable Applicant applicant;

	private final Channel channel;

	private final @Nullable Instant receivedAt;

	private final @Nullable Instant dueAt;

	private final List<SyncedLine> lines = new ArrayList<>(6);

	private Instant last;

	private @Nullable DossierStatus status;

	/** @param last no line without a moment of its own counts from before it */
	MapiLines(DossierCode code, ProcedureCode procedure, SyncedLine.@Nullable Applicant applicant, Channel channel, @Nullable Instant receivedAt,
			@Nullable Instant dueAt, Instant last) {
		this.code = code;
		this.procedure = procedure;
		this.applicant = applicant;
		this.channel = channel;
		this.receivedAt = receivedAt;
		this.dueAt = dueAt;
		this.last = last;
	}

	List<SyncedLine> all() {
		return lines;
	}

	@Nullable DossierStatus status() {
		return status;
	}

	/** What happened at a moment that the record names; one it does not name adds nothing. */
	void dated(DossierStatus to, @Nullable Instant at, String what, @Nullable String note, @Nullable String officer) {
		if (at != null) {
			add(to, at, new Keyed(what + "@" + at.getEpochSecond(), Kind.DATED), null, note, officer, null);
			last = at.isAfter(last) ? at : last;
			status = to;
		}
	}

	/** A status for which the record names no moment. */
	void onward(DossierStatus to, @Nullable String note) {
		String due = dueAt == null ? "" : Long.toString(dueAt.getEpochSecond());
		add(to, last, new Keyed("tt:" + to.number() + ":" + last.getEpochSecond() + ":" + due, Kind.ONWARD), null, note, null, null);
		status = to;
	}

	/** The promised moment as it is now, where the dossier is still open. */
	void due() {
		if (dueAt != null && status != null && status != DossierStatus.SUBMITTED && !status.ended()) {
			add(status, last, new Keyed("hen:" + dueAt.getEpochSecond(), Kind.BESIDE), dueAt, null, null, null);
		}
	}

	/** Papers, results, fees and whatever else the record says. */
	void beside(@Nullable String more, String digest) {
		if (more != null) {
			add(status == null ? DossierStatus.SUBMITTED : status, last, new Keyed("gt:" + digest, Kind.BESIDE), null, null, null, more);
		}
	}

	private void add(DossierStatus to, Instant at, Keyed keyed, @Nullable Instant due, @Nullable String note, @Nullable String officer, @Nullable String more) {
		boolean first = to != DossierStatus.SUBMITTED && lines.stream().allMatch(line -> line.status() == DossierStatus.SUBMITTED);
		Instant received = receivedAt == null || receivedAt.isAfter(at) && to == DossierStatus.SUBMITTED ? null : receivedAt;
		lines.add(new SyncedLine(code.agency(), code, procedure, 0, to, at, applicant, channel, received, due == null && first ? dueAt : due, note, officer, more, keyed));
	}

}
