package vn.motcua.exchange.web;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

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
		Map<SyncRejection, JsonNode> lines = new LinkedHashMap<>();
		rejections.stream().filter(rejection -> !rejection.problem().code().equals(TAKEN_BEFORE)).forEach(rejection -> lines.put(rejection, line(rejection.text())));
		Map<DossierCode, SortedMap<Integer, String>> known = digests.lines(lines.values().stream().flatMap(line -> code(line).stream()).distinct().toList());
		Set<SyncRejection> taken = new HashSet<>();
		lines.forEach((rejection, line) -> code(line).map(known::get).filter(numbers -> numbers.containsKey(line.path("seq").asInt(0))).ifPresent(_ -> taken.add(rejection)));
		return taken;
	}

	private static Optional<DossierCode> code(JsonNode line) {
		return DossierCode.find(line.path("code").asString(""));
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
