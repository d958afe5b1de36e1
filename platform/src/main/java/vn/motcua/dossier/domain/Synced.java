package vn.motcua.dossier.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.Type;

/**
 * Which lines of the agency's own system are in a dossier, so that none is taken twice and a late one is known as such.
 *
 * @param digests digest of each line's content by the sender's number
 * @param lastAt own time of the latest line, or of what happened here after it
 * @param lastSeq its number
 */
record Synced(Map<Integer, String> digests, Instant lastAt, int lastSeq) {

	/** Clocks of two systems differ a little: what a system reports of the minutes before is no history yet. */
	private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

	/** What happens here to a dossier that the agency's own system handles. */
	private static final Set<Type> HERE = EnumSet.of(Type.SUPPLEMENT_ANSWERED, Type.WITHDRAWN, Type.PAID, Type.CORRECTED);

	/** What an event carries of the line it came from, under {@link Details#SYNC}. */
	record Mark(int seq, String digest, boolean late) {

		ObjectNode written() {
			return LedgerJson.object().put("seq", seq).put("digest", digest).put("late", late);
		}

	}

	static @Nullable Mark mark(DossierEvent event) {
		JsonNode mark = event.detail().get(Details.SYNC);
		return mark == null ? null : new Mark(mark.path("seq").asInt(), mark.path("digest").asString(), mark.path("late").asBoolean(false));
	}

	/** Submitted here for an agency's own system, which has sent nothing yet. */
	static Synced begun(Instant submittedAt) {
		return new Synced(Map.of(), submittedAt.minus(CLOCKS_DIFFER), 0);
	}

	/** Whether the event came after later ones and is history only. */
	static boolean late(DossierEvent event) {
		return event.detail().path(Details.SYNC).path("late").asBoolean(false);
	}

	static @Nullable Synced after(@Nullable Synced before, DossierEvent event) {
		Mark mark = mark(event);
		if (mark == null) {
			return before == null || !HERE.contains(event.type()) ? before : before.here(event.at());
		}
		Map<Integer, String> digests = before == null ? new LinkedHashMap<>() : new LinkedHashMap<>(before.digests());
		digests.put(mark.seq(), mark.digest());
		return before != null && mark.late() ? new Synced(digests, before.lastAt(), before.lastSeq()) : new Synced(digests, event.at(), mark.seq());
	}

	/** Something later is known: a later moment, or the same one with a higher number. */
	boolean isAfter(Instant at, int seq) {
		int order = lastAt.compareTo(at);
		return order > 0 || order == 0 && lastSeq > seq;
	}

	/** What the applicant did here is later than what the system reported before. */
	private Synced here(Instant at) {
		Instant moment = at.minus(CLOCKS_DIFFER);
		return moment.isAfter(lastAt) ? new Synced(digests, moment, 0) : this;
	}

}
