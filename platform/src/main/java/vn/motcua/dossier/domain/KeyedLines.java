package vn.motcua.dossier.domain;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.dossier.SyncedLine.Keyed.Kind;

/**
 * Lines of the older interface, whose records carry no numbers and for some statuses no moment: the ledger gives each the next
 * number, and a moment that is not before anything known of the dossier.
 */
final class KeyedLines {

	private KeyedLines() {
	}

	/** The line with its number; one without a moment of its own comes after what is known, one beside takes the status there is. */
	static SyncedLine numbered(SyncedLine line, @Nullable DossierState before) {
		Synced synced = before == null ? null : before.synced();
		int seq = synced == null ? 1 : synced.digests().keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
		Instant known = synced == null ? line.at() : synced.lastAt();
		Instant at = line.keyed().kind() == Kind.DATED || known.isBefore(line.at()) ? line.at() : known;
		DossierStatus status = beside(line) && before != null ? before.status() : line.status();
		return new SyncedLine(line.agency(), line.code(), line.procedure(), seq, status, at, line.applicant(), line.channel(), line.receivedAt(), line.dueAt(),
				line.note(), line.officer(), line.more(), line.keyed());
	}

	/** Nothing that the dossier is not already. */
	static boolean saysNothing(SyncedLine line, DossierState before) {
		boolean due = line.dueAt() != null && !line.dueAt().equals(before.moments().dueAt()) && !before.status().ended();
		return switch (line.keyed().kind()) {
			case DATED -> false;
			case ONWARD -> back(line, before) || line.status() == before.status();
			case BESIDE -> line.more() == null && !due;
		};
	}

	/** It would lead back to what was before. */
	static boolean back(SyncedLine line, DossierState before) {
		return line.keyed().kind() == Kind.ONWARD && stage(line.status()) < stage(before.status());
	}

	static boolean beside(SyncedLine line) {
		return line.keyed() != null && line.keyed().kind() == Kind.BESIDE;
	}

	/** The event of a line beside: it leaves the status as it is. */
	static Type event(DossierState before, boolean dueMoved) {
		return dueMoved && before.moments().dueAt() != null && !before.status().ended() && before.status() != DossierStatus.SUBMITTED ? Type.RESCHEDULED : Type.ASSIGNED;
	}

	private static int stage(DossierStatus status) {
		return switch (status) {
			case SUBMITTED -> 0;
			case ACCEPTED -> 1;
			case PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED -> 2;
			case COMPLETED -> 3;
			case REFUSED, WITHDRAWN, STOPPED, RETURNED -> 4;
		};
	}

}
