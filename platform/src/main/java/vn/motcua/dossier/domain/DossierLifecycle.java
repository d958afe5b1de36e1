package vn.motcua.dossier.domain;

import static vn.motcua.dossier.DossierStatus.ACCEPTED;
import static vn.motcua.dossier.DossierStatus.COMPLETED;
import static vn.motcua.dossier.DossierStatus.PAYMENT_REQUESTED;
import static vn.motcua.dossier.DossierStatus.PROCESSING;
import static vn.motcua.dossier.DossierStatus.REFUSED;
import static vn.motcua.dossier.DossierStatus.RETURNED;
import static vn.motcua.dossier.DossierStatus.STOPPED;
import static vn.motcua.dossier.DossierStatus.SUBMITTED;
import static vn.motcua.dossier.DossierStatus.SUPPLEMENT_REQUESTED;
import static vn.motcua.dossier.DossierStatus.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep;
import vn.motcua.kernel.problem.ProblemException;

/**
 * The one table of what may happen to a dossier: for each event the statuses it may happen in and the status it leads to.
 * Anything else is refused; only a forced correction, with a reason, may lead from anywhere to anywhere.
 */
final class DossierLifecycle {

	/** @param to status afterwards, {@code null} when the event leaves the status as it is */
	private record Move(Set<DossierStatus> from, @Nullable DossierStatus to) {
	}

	private static final Map<Type, Move> MOVES = new EnumMap<>(Type.class);

	static {
		move(Type.SUBMITTED, SUBMITTED);
		move(Type.ACCEPTED, ACCEPTED, SUBMITTED);
		move(Type.REFUSED, REFUSED, SUBMITTED);
		move(Type.PROCESSED, PROCESSING, ACCEPTED, PROCESSING, COMPLETED);
		move(Type.SUPPLEMENT_REQUESTED, SUPPLEMENT_REQUESTED, ACCEPTED, PROCESSING);
		move(Type.SUPPLEMENT_ANSWERED, PROCESSING, SUPPLEMENT_REQUESTED);
		move(Type.PAYMENT_REQUESTED, PAYMENT_REQUESTED, ACCEPTED, PROCESSING);
		move(Type.PAID, null, SUBMITTED, ACCEPTED, PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, COMPLETED);
		move(Type.WITHDRAWN, WITHDRAWN, SUBMITTED, ACCEPTED, PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED);
		move(Type.STOPPED, STOPPED, ACCEPTED, PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED);
		move(Type.COMPLETED, COMPLETED, PROCESSING);
		move(Type.RETURNED, RETURNED, COMPLETED);
		move(Type.ASSIGNED, null, SUBMITTED, ACCEPTED, PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, COMPLETED);
		move(Type.RESCHEDULED, null, ACCEPTED, PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED);
		move(Type.OPINION_ASKED, null, ACCEPTED, PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED);
		move(Type.OPINION_GIVEN, null, ACCEPTED, PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED);
		move(Type.RESULT_REVOKED, null, COMPLETED, RETURNED);
		move(Type.CORRECTED, null, DossierStatus.values());
	}

	private DossierLifecycle() {
	}

	/** Status after a step that is allowed now. */
	static DossierStatus after(DossierStatus now, DossierStep step) {
		Type type = type(step);
		if (!allowed(now, type)) {
			throw new ProblemException(DossierProblem.MOVE_NOT_ALLOWED, Map.of("status", now.name(), "step", type.name()), java.util.List.of());
		}
		if (step instanceof DossierStep.Correct correct) {
			return correct.status();
		}
		if (type == Type.PAID && now == PAYMENT_REQUESTED) {
			return PROCESSING;
		}
		DossierStatus to = MOVES.get(type).to();
		return to == null ? now : to;
	}

	static boolean allowed(DossierStatus now, Type type) {
		return MOVES.get(type).from().contains(now);
	}

	/** The event that records a step. */
	static Type type(DossierStep step) {
		return switch (step) {
			case DossierStep.Accept _ -> Type.ACCEPTED;
			case DossierStep.Refuse _ -> Type.REFUSED;
			case DossierStep.Process _ -> Type.PROCESSED;
			case DossierStep.Assign _ -> Type.ASSIGNED;
			case DossierStep.RequestSupplement _ -> Type.SUPPLEMENT_REQUESTED;
			case DossierStep.AnswerSupplement _ -> Type.SUPPLEMENT_ANSWERED;
			case DossierStep.RequestPayment _ -> Type.PAYMENT_REQUESTED;
			case DossierStep.RecordPayment _ -> Type.PAID;
			case DossierStep.Withdraw _ -> Type.WITHDRAWN;
			case DossierStep.Stop _ -> Type.STOPPED;
			case DossierStep.Complete _ -> Type.COMPLETED;
			case DossierStep.Return _ -> Type.RETURNED;
			case DossierStep.Reschedule _ -> Type.RESCHEDULED;
			case DossierStep.AskOpinion _ -> Type.OPINION_ASKED;
			case DossierStep.GiveOpinion _ -> Type.OPINION_GIVEN;
			case DossierStep.RevokeResult _ -> Type.RESULT_REVOKED;
			case DossierStep.Correct _ -> Type.CORRECTED;
		};
	}

	/** The table as a picture: Mermaid source, one line a move. Events that keep the status stand in the list below it. */
	static String diagram() {
		StringBuilder picture = new StringBuilder("stateDiagram-v2\n\tdirection LR\n");
		for (DossierStatus status : DossierStatus.values()) {
			picture.append("\tstate \"").append(status.number()).append(' ').append(status.name()).append("\" as s").append(status.number()).append('\n');
		}
		MOVES.forEach((type, move) -> picture.append(lines(type, move)));
		Arrays.stream(DossierStatus.values()).filter(DossierStatus::ended)
			.forEach(status -> picture.append("\ts").append(status.number()).append(" --> [*]\n"));
		return picture.toString();
	}

	private static String lines(Type type, Move move) {
		if (type == Type.SUBMITTED) {
			return "\t[*] --> s1: SUBMITTED\n";
		}
		if (type == Type.PAID) {
			return "\ts6 --> s4: PAID\n";
		}
		DossierStatus to = move.to();
		return to == null ? "" : move.from().stream().map(from -> "\ts" + from.number() + " --> s" + to.number() + ": " + type + "\n")
			.collect(Collectors.joining());
	}

	private static void move(Type type, @Nullable DossierStatus to, DossierStatus... from) {
		EnumSet<DossierStatus> statuses = EnumSet.noneOf(DossierStatus.class);
		statuses.addAll(Arrays.asList(from));
		MOVES.put(type, new Move(statuses, to));
	}

}
