package vn.motcua.exchange.web;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.LedgerSync.Tried;
import vn.motcua.dossier.SyncOutcome.Result;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.exchange.sync.Intake;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.site.component.Status;

/**
 * One line of a sample and what would become of it.
 *
 * @param code of the dossier, {@code null} when the line could not be read
 */
public record TriedLine(int line, @Nullable String code, Result result, List<FieldProblem> findings) {

	/** Lines that a page shows. */
	private static final int MOST = 500;

	static List<TriedLine> of(Intake.TriedOut triedOut) {
		List<TriedLine> lines = new ArrayList<>();
		for (int place = 0; place < Math.min(MOST, triedOut.tried().size()); place++) {
			Tried tried = triedOut.tried().get(place);
			SyncedLine line = triedOut.batch().lines().get(place).line();
			lines.add(new TriedLine(place + 1, line == null ? null : line.code().value(), tried.outcome().result(), tried.findings()));
		}
		return lines;
	}

	public Status status() {
		return switch (result) {
			case APPLIED -> Status.ON_TIME;
			case DUPLICATE, STALE -> Status.PAUSED;
			case REJECTED -> Status.OVERDUE;
		};
	}

}
