package vn.motcua.exchange.participant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participants;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.site.Page;

/** Whether a line is of an agency and a procedure that its sender was allowed; that they exist and are the sender's is the ledger's rule. */
@Component
public class Reach {

	private final Participants participants;

	private final Agencies agencies;

	private final Clock clock;

	Reach(Participants participants, Agencies agencies, Clock clock) {
		this.participants = participants;
		this.agencies = agencies;
		this.clock = clock;
	}

	/** For the lines of one batch: most of them are of few agencies and days, which are looked up once. */
	public Batch of(Participant participant) {
		return new Batch(participant, LocalDate.now(clock.withZone(Page.ZONE)));
	}

	public final class Batch {

		private final Participant participant;

		private final LocalDate today;

		private final Map<Place, Boolean> places = new HashMap<>();

		private Batch(Participant participant, LocalDate today) {
			this.participant = participant;
			this.today = today;
		}

		private record Place(String agency, LocalDate day) {
		}

		/** What is wrong with a line, {@code null} for nothing. */
		public @Nullable FieldProblem problem(SyncedLine line) {
			if (!participant.speaksOf(line.procedure())) {
				return FieldProblem.of("/procedure", "exchange.procedure-not-allowed");
			}
			if (participant.profile().agencies().isEmpty()) {
				return null;
			}
			LocalDate day = line.code().receivedOn();
			if (!allowed(line.agency(), day)) {
				return FieldProblem.of("/agency", "exchange.agency-not-allowed");
			}
			return allowed(line.code().agency(), day) ? null : FieldProblem.of("/code", "exchange.agency-not-allowed");
		}

		/** Also of an agency that has its code only since later; one that nobody knows is refused by the ledger. */
		private boolean allowed(String agency, LocalDate day) {
			return places.computeIfAbsent(new Place(agency, day), place -> agencies.findByExchangeCode(agency, day).or(() -> agencies.findByExchangeCode(agency, today))
				.map(known -> participants.speaksFor(participant, known.id(), day)).orElse(true));
		}

	}

}
