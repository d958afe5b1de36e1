package vn.motcua.exchange.participant;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participants;
import vn.motcua.kernel.problem.FieldProblem;

/** Whether a line is of an agency and a procedure that its sender was allowed; that they exist and are the sender's is the ledger's rule. */
@Component
public class Reach {

	private final Participants participants;

	private final Agencies agencies;

	Reach(Participants participants, Agencies agencies) {
		this.participants = participants;
		this.agencies = agencies;
	}

	/** What is wrong with it, {@code null} for nothing. */
	public @Nullable FieldProblem problem(Participant participant, SyncedLine line) {
		if (!participant.speaksOf(line.procedure())) {
			return FieldProblem.of("/procedure", "exchange.procedure-not-allowed");
		}
		if (participant.profile().agencies().isEmpty()) {
			return null;
		}
		LocalDate day = line.code().receivedOn();
		Optional<vn.motcua.agency.Agency> agency = agencies.findByExchangeCode(line.agency(), day);
		return agency.isEmpty() || participants.speaksFor(participant, agency.get().id(), day) ? null : FieldProblem.of("/agency", "exchange.agency-not-allowed");
	}

}
