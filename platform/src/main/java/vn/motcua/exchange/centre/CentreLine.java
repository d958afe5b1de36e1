package vn.motcua.exchange.centre;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.SyncedLine;
import vn.motcua.sdk.Applicant;
import vn.motcua.sdk.Channel;
import vn.motcua.sdk.Status;
import vn.motcua.sdk.SyncLine;

/** A line of this ledger as the centre takes it. */
final class CentreLine {

	private CentreLine() {
	}

	static SyncLine of(SyncedLine line) {
		return new SyncLine(line.agency(), line.code().value(), line.procedure().value(), line.seq(), Status.of(line.status().number()), line.at(), applicant(line.applicant()),
				Channel.valueOf(line.channel().name()), line.receivedAt(), line.dueAt(), line.note(), line.officer(), line.more());
	}

	private static @Nullable Applicant applicant(SyncedLine.@Nullable Applicant applicant) {
		return applicant == null ? null : new Applicant(applicant.name(), applicant.subject(), applicant.phone(), applicant.email());
	}

}
