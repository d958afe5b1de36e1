package vn.motcua.dossier.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.SyncOutcome;
import vn.motcua.dossier.SyncOutcome.Result;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.FieldProblem;

/** One dossier while the lines of a batch are put to it, one after the other in the order of their own time. */
final class SyncedDossier {

	/** No dossier has more changes; a sender that loops does not grow a row without end. */
	private static final int MOST_LINES = 500;

	private final Actor sender;

	private final Holders holders;

	private final ProcessingDeadline deadline;

	private final List<DossierEvent> events = new ArrayList<>(4);

	private @Nullable DossierState state;

	SyncedDossier(@Nullable DossierState state, Actor sender, Holders holders, ProcessingDeadline deadline) {
		this.state = state;
		this.sender = sender;
		this.holders = holders;
		this.deadline = deadline;
	}

	/** What is to be appended, in order. */
	List<DossierEvent> events() {
		return events;
	}

	@Nullable DossierState state() {
		return state;
	}

	SyncOutcome put(SyncedLine sent, String digest, Agency agency, ServiceVersion service) {
		DossierState before = state;
		Synced synced = before == null ? null : before.synced();
		if (sent.keyed() != null && synced != null && synced.digests().containsValue(digest)) {
			return SyncOutcome.of(Result.DUPLICATE);
		}
		SyncedLine line = sent.keyed() == null ? sent : KeyedLines.numbered(sent, before);
		String same = synced == null ? null : synced.digests().get(line.seq());
		if (same != null) {
			return same.equals(digest) ? SyncOutcome.of(Result.DUPLICATE) : SyncOutcome.rejected(FieldProblem.of("/seq", "dossier.sync.seq-taken"));
		}
		FieldProblem problem = problem(before, synced, line, agency, service);
		if (problem != null) {
			return SyncOutcome.rejected(problem);
		}
		if (before != null && line.keyed() != null && KeyedLines.saysNothing(line, before)) {
			return SyncOutcome.of(KeyedLines.back(line, before) ? Result.STALE : Result.DUPLICATE);
		}
		boolean late = synced != null && synced.isAfter(line.at(), line.seq());
		if (before == null) {
			before = begin(line, digest, agency, service);
			if (line.status() == DossierStatus.SUBMITTED) {
				return SyncOutcome.of(Result.APPLIED);
			}
		}
		if (!late && !SyncMoves.possible(before.status(), line.status(), line.note() != null)) {
			return SyncOutcome.rejected(new FieldProblem("/status", "dossier.sync.move", Map.of("from", before.status().number(), "to", line.status().number())));
		}
		append(event(before, line, digest, agency, late));
		return SyncOutcome.of(late ? Result.STALE : Result.APPLIED);
	}

	private static @Nullable FieldProblem problem(@Nullable DossierState before, @Nullable Synced synced, SyncedLine line, Agency agency, ServiceVersion service) {
		if (before == null) {
			return line.applicant() == null ? FieldProblem.of("/applicant", "dossier.sync.applicant-missing") : null;
		}
		if (synced == null) {
			return FieldProblem.of("/code", "dossier.sync.handled-here");
		}
		if (!before.origin().agency().equals(agency.id())) {
			return FieldProblem.of("/code", "dossier.sync.code-other");
		}
		if (!before.origin().service().equals(service.code().value())) {
			return FieldProblem.of("/procedure", "dossier.sync.procedure-other");
		}
		return synced.digests().size() >= MOST_LINES ? FieldProblem.of("/seq", "dossier.sync.too-many", "max", MOST_LINES) : null;
	}

	/** The first line seen also says that and when the dossier was handed in. */
	private DossierState begin(SyncedLine line, String digest, Agency agency, ServiceVersion service) {
		Instant at = micros(line.receivedAt() == null ? line.at() : line.receivedAt());
		SyncedLine.Applicant applicant = java.util.Objects.requireNonNull(line.applicant());
		ServiceVersion.ServiceCase most = service.cases().getLast();
		Details.Submitted detail = new Details.Submitted(service.code().value(), service.id(), most.id(),
				most.timeLimit().getOrDefault(line.channel(), most.timeLimit().values().iterator().next()),
				new DossierState.Applicant(null, applicant.subject(), applicant.name(), applicant.phone(), applicant.email()), null, LedgerJson.object(),
				List.of(), List.of(), List.of(), holders.receiving(at), null);
		ObjectNode written = LedgerJson.object(detail);
		if (line.status() == DossierStatus.SUBMITTED) {
			mark(written, line, digest, false);
		}
		return append(new DossierEvent(0, line.code(), 1, Type.SUBMITTED, DossierStatus.SUBMITTED, at, at, sender.kind(), sender.account(), name(line, agency),
				agency.id(), line.channel(), null, written));
	}

	private DossierEvent event(DossierState before, SyncedLine line, String digest, Agency agency, boolean late) {
		Instant at = micros(line.at());
		Instant due = due(before, line, at);
		boolean moved = due != null && !due.equals(before.moments().dueAt());
		boolean beside = KeyedLines.beside(line);
		Type type = beside ? KeyedLines.event(before, moved) : late ? SyncMoves.event(DossierStatus.SUBMITTED, line.status(), false)
				: SyncMoves.event(before.status(), line.status(), moved);
		ObjectNode detail = LedgerJson.object();
		if (beside) {
			detail.put(Details.BESIDE, true);
		}
		mark(detail, line, digest, late);
		if (due != null && (moved || type == Type.ACCEPTED)) {
			detail.put(Details.DUE_AT, due.toString());
			if (moved && before.moments().dueAt() != null) {
				detail.put(Details.DUE_BEFORE, before.moments().dueAt().toString());
			}
		}
		words(detail, type, line);
		DossierStep.Holder holder = late ? null : holders.elsewhere(before, line.status(), due, at);
		if (holder != null) {
			detail.set(Details.HOLDER, LedgerJson.object(holder));
		}
		boolean reasoned = type != Type.PROCESSED && (type != Type.SUPPLEMENT_REQUESTED || !asked(line).getFirst().what().equals(line.note()));
		return new DossierEvent(0, line.code(), before.version() + 1, type, line.status(), at, at, sender.kind(), sender.account(), name(line, agency),
				agency.id(), before.origin().channel(), reasoned ? line.note() : null, detail);
	}

	/** What was submitted here is promised by its time limit where the system that accepts it says nothing else. */
	private @Nullable Instant due(DossierState before, SyncedLine line, Instant at) {
		if (line.dueAt() != null) {
			return micros(line.dueAt());
		}
		boolean promised = before.origin().ownSystem() != null && line.status() == DossierStatus.ACCEPTED && before.moments().dueAt() == null;
		return promised ? deadline.due(at, before.origin().limit()) : before.moments().dueAt();
	}

	/** What the readers of the timeline expect of an event of this kind. */
	private static void words(ObjectNode detail, Type type, SyncedLine line) {
		if (type == Type.PROCESSED && line.note() != null) {
			detail.set("stepName", LedgerJson.object(LocalizedText.same(line.note())));
		}
		if (type == Type.SUPPLEMENT_REQUESTED) {
			detail.set("items", LedgerJson.object(new DossierStep.RequestSupplement(asked(line), "")).get("items"));
		}
		if (type == Type.COMPLETED) {
			detail.put("granted", true);
		}
	}

	/** What is missing, item by item where the line says it so, else in the words of its note. */
	private static List<DossierStep.SupplementItem> asked(SyncedLine line) {
		List<DossierStep.SupplementItem> items = line.more() == null ? List.of() : LedgerJson.readObject(line.more()).path("supplement").path("items").valueStream()
			.map(item -> new DossierStep.SupplementItem(item.path("component").asString(""), item.path("what").asString(""))).toList();
		return items.isEmpty() ? List.of(new DossierStep.SupplementItem("", line.note() == null ? "" : line.note())) : items;
	}

	private static void mark(ObjectNode detail, SyncedLine line, String digest, boolean late) {
		detail.set(Details.SYNC, new Synced.Mark(line.seq(), digest, late).written());
		if (line.more() != null) {
			detail.set(Details.MORE, LedgerJson.readObject(line.more()));
		}
	}

	private DossierState append(DossierEvent event) {
		DossierState after = Fold.fold(state, event);
		state = after;
		events.add(event);
		return after;
	}

	private static String name(SyncedLine line, Agency agency) {
		return line.officer() == null ? agency.fullName().vi() : line.officer();
	}

	private static Instant micros(Instant at) {
		return at.truncatedTo(ChronoUnit.MICROS);
	}

}
