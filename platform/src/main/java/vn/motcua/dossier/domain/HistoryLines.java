package vn.motcua.dossier.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;

/** The events of one dossier as lines of the sync interface. A line depends on its event and those before it alone, so it never changes. */
final class HistoryLines {

	/** Who holds a dossier and whom the agency asks is its own business. */
	private static final Set<Type> INSIDE = EnumSet.of(Type.ASSIGNED, Type.OPINION_ASKED, Type.OPINION_GIVEN);

	private static final int LONGEST_NOTE = 2_000;

	private static final int LONGEST_NAME = 200;

	private static final Duration MOST_HANDED_IN_BEFORE = Duration.ofDays(30);

	private final String agency;

	private final DossierEvent first;

	private final ProcedureCode procedure;

	private final ArrayNode payments = LedgerJson.object().putArray("payments");

	/** Own time of the latest line that was not late. */
	private Instant last = Instant.MIN;

	private HistoryLines(String agency, DossierEvent first) {
		this.agency = agency;
		this.first = first;
		this.procedure = new ProcedureCode(first.detail().path("service").asString());
	}

	/**
	 * @param events from the first on, in their order
	 * @param agency exchange code of the agency that handles the dossier
	 */
	static List<SyncedLine> of(List<DossierEvent> events, String agency) {
		HistoryLines history = new HistoryLines(agency, events.getFirst());
		List<SyncedLine> lines = new ArrayList<>(events.size());
		for (DossierEvent event : events) {
			SyncedLine line = history.line(event);
			if (line != null) {
				lines.add(line);
			}
		}
		return lines;
	}

	private @Nullable SyncedLine line(DossierEvent event) {
		if (event.type() == Type.PAID) {
			payments.add(payment(event));
		}
		if (INSIDE.contains(event.type()) && !event.detail().has(Details.SYNC)) {
			return null;
		}
		boolean begins = event.seq() == 1;
		return new SyncedLine(agency, event.code(), procedure, event.seq(), event.status(), at(event), begins ? applicant(event) : null, first.channel(),
				begins ? receivedAt(event) : null, moment(event), note(event), officer(event), more(event), null);
	}

	/** Where the ledger recorded an event as the latest, its line is the latest; where as history, its line comes before. */
	private Instant at(DossierEvent event) {
		Instant at = event.at().truncatedTo(ChronoUnit.MILLIS);
		if (Synced.late(event)) {
			return at.isBefore(last) ? at : last.minusMillis(1);
		}
		Instant earliest = earliest();
		at = at.isBefore(earliest) ? earliest : at;
		last = at.isBefore(last) ? last : at;
		return last;
	}

	/** Handed in before the day in the code, where it was. */
	private @Nullable Instant receivedAt(DossierEvent event) {
		Instant at = event.at().truncatedTo(ChronoUnit.MILLIS);
		Instant longAgo = earliest().minus(MOST_HANDED_IN_BEFORE);
		return at.isBefore(earliest()) ? at.isBefore(longAgo) ? longAgo : at : null;
	}

	private Instant earliest() {
		LocalDate day = first.code().receivedOn();
		return day.atStartOfDay(ProcessingDeadline.ZONE).toInstant();
	}

	private static SyncedLine.@Nullable Applicant applicant(DossierEvent event) {
		JsonNode applicant = event.detail().path("applicant");
		return new SyncedLine.Applicant(cut(applicant.path("name").asString(""), LONGEST_NAME), text(applicant, "subject"), null, null);
	}

	private static @Nullable Instant moment(DossierEvent event) {
		String due = text(event.detail(), Details.DUE_AT);
		return due == null ? null : Instant.parse(due).truncatedTo(ChronoUnit.MILLIS);
	}

	private static @Nullable String note(DossierEvent event) {
		String note = event.reason() != null ? event.reason() : switch (event.type()) {
			case PROCESSED -> text(event.detail().path("stepName"), "vi");
			case SUPPLEMENT_REQUESTED -> event.detail().path("items").valueStream().map(item -> item.path("what").asString("")).collect(Collectors.joining("; "));
			case SUBMITTED, ACCEPTED, REFUSED, ASSIGNED, SUPPLEMENT_ANSWERED, PAYMENT_REQUESTED, PAID, WITHDRAWN, STOPPED, COMPLETED, RETURNED, RESCHEDULED, CORRECTED,
					RESULT_REVOKED, OPINION_ASKED, OPINION_GIVEN -> text(event.detail(), "note");
		};
		return note == null || note.isBlank() ? null : cut(note.strip(), LONGEST_NOTE);
	}

	private static @Nullable String officer(DossierEvent event) {
		boolean agencys = event.actorKind() == Actor.Kind.OFFICER || event.actorKind() == Actor.Kind.AGENCY_SYSTEM;
		return agencys ? cut(event.actorName(), LONGEST_NAME) : null;
	}

	/** What a system sent goes on as it came; of what happened here, what was asked for, paid and issued. */
	private @Nullable String more(DossierEvent event) {
		if (event.detail().has(Details.MORE)) {
			return event.detail().get(Details.MORE).toString();
		}
		ObjectNode more = LedgerJson.object();
		switch (event.type()) {
			case SUBMITTED -> fees(event, more);
			case SUPPLEMENT_REQUESTED -> supplement(event, more);
			case PAID -> more.set("payments", payments.deepCopy());
			case COMPLETED -> result(event, more);
			case ACCEPTED, REFUSED, PROCESSED, ASSIGNED, SUPPLEMENT_ANSWERED, PAYMENT_REQUESTED, WITHDRAWN, STOPPED, RETURNED, RESCHEDULED, CORRECTED, RESULT_REVOKED,
					OPINION_ASKED, OPINION_GIVEN -> { }
		}
		return more.isEmpty() ? null : more.toString();
	}

	private static void fees(DossierEvent event, ObjectNode more) {
		ArrayNode fees = LedgerJson.object().putArray("fees");
		event.detail().path("fees").forEach(fee -> {
			ObjectNode one = fees.addObject().put("amountVnd", fee.path("amountVnd").asLong());
			String name = text(fee.path("name"), "vi");
			if (name != null) {
				one.put("name", cut(name, LONGEST_NAME));
			}
		});
		if (!fees.isEmpty()) {
			more.set("fees", fees);
		}
	}

	private static void supplement(DossierEvent event, ObjectNode more) {
		ArrayNode items = LedgerJson.object().putArray("items");
		event.detail().path("items").forEach(item -> {
			String what = item.path("what").asString("").strip();
			if (!what.isEmpty()) {
				items.addObject().put("component", cut(item.path("componentId").asString(""), 100)).put("what", cut(what, 1_000));
			}
		});
		if (!items.isEmpty()) {
			more.putObject("supplement").set("items", items);
		}
	}

	private static ObjectNode payment(DossierEvent event) {
		ObjectNode payment = LedgerJson.object().put("amountVnd", event.detail().path("amountVnd").asLong());
		String receipt = text(event.detail(), "receiptNumber");
		return receipt == null ? payment : payment.put("transaction", cut(receipt, 100));
	}

	private static void result(DossierEvent event, ObjectNode more) {
		String number = text(event.detail(), "resultNumber");
		if (number != null) {
			more.putArray("results").addObject().put("name", cut(number, LONGEST_NAME)).put("number", cut(number, 100)).put("kind", "electronic");
		}
	}

	private static @Nullable String text(JsonNode from, String name) {
		String text = from.path(name).asString("");
		return text.isBlank() ? null : text;
	}

	private static String cut(String text, int longest) {
		return text.length() > longest ? text.substring(0, longest) : text;
	}

}
