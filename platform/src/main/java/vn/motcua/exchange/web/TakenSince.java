package vn.motcua.exchange.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import vn.motcua.dossier.LedgerDigests;
import vn.motcua.exchange.SyncRejection;
import vn.motcua.kernel.DossierCode;

/** Which rejected lines the ledger has taken since: under their number there is a line now. */
@Component
class TakenSince {

	/** Such a line was rejected because something else has its number for good. */
	private static final String TAKEN_BEFORE = "dossier.sync.seq-taken";

	private final LedgerDigests digests;

	private final JsonMapper json;

	TakenSince(LedgerDigests digests, JsonMapper json) {
		this.digests = digests;
		this.json = json;
	}

	Set<SyncRejection> among(List<SyncRejection> rejections) {
		Map<DossierCode, Set<Integer>> known = new HashMap<>();
		Set<SyncRejection> taken = new HashSet<>();
		for (SyncRejection rejection : rejections) {
			JsonNode line = line(rejection.text());
			DossierCode code = DossierCode.find(line.path("code").asString("")).orElse(null);
			if (code != null && !rejection.problem().code().equals(TAKEN_BEFORE)
					&& known.computeIfAbsent(code, one -> digests.lines(one).keySet()).contains(line.path("seq").asInt(0))) {
				taken.add(rejection);
			}
		}
		return taken;
	}

	/** Empty where the line was no JSON or was cut. */
	private JsonNode line(String text) {
		try {
			return json.readTree(text);
		}
		catch (JacksonException notOne) {
			return json.createObjectNode();
		}
	}

}
