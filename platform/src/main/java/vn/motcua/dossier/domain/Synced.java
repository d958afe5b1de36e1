package vn.motcua.dossier.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.DossierEvent;

/**
 * Which lines of the agency's own system are in a dossier, so that none is taken twice and a late one is known as such.
 *
 * @param digests digest of each line's content by the sender's number
 * @param lastAt own time of the latest line
 * @param lastSeq its number
 */
record Synced(Map<Integer, String> digests, Instant lastAt, int lastSeq) {

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

	/** Whether the event came after later ones and is history only. */
	static boolean late(DossierEvent event) {
		return event.detail().path(Details.SYNC).path("late").asBoolean(false);
	}

	static @Nullable Synced after(@Nullable Synced before, DossierEvent event) {
		Mark mark = mark(event);
		if (mark == null) {
			return before;
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

}
