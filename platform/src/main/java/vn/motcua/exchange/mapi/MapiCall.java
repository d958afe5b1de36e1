package vn.motcua.exchange.mapi;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kernel.Actor;

/**
 * One call, with who calls.
 *
 * @param envelope the whole body: some operations carry their questions beside {@code service}
 * @param sha256 of the body as it was sent
 */
record MapiCall(Actor sender, String service, MapiRecord envelope, String sha256) {

	static final int MOST_RECORDS = 500;

	static MapiRecord envelope(ObjectNode body) {
		return new MapiRecord(body);
	}

	/** Code of the sending unit as the envelope says it. */
	@Nullable String unit() {
		return envelope.text("madonvi");
	}

	/** {@code True} or {@code False}; what says neither is a first push. */
	boolean updating() {
		String said = envelope.text("isUpdating");
		return said != null && (said.equalsIgnoreCase("true") || said.equals("1"));
	}

	List<MapiRecord> data() {
		List<MapiRecord> data;
		try {
			data = envelope.list("data", MOST_RECORDS);
		}
		catch (MapiRecord.Wrong wrong) {
			MapiCode code = wrong.problem().code().equals("form.too-many") ? MapiCode.TOO_LARGE : MapiCode.OPERATION;
			throw code == MapiCode.TOO_LARGE ? new MapiRefusal(code, "exchange.mapi.7", Map.of("mb", MapiBody.MOST_BYTES >> 20, "records", MOST_RECORDS))
					: new MapiRefusal(code, "exchange.mapi.no-data", Map.of());
		}
		if (data.isEmpty()) {
			throw new MapiRefusal(MapiCode.OPERATION, "exchange.mapi.no-data", Map.of());
		}
		return data;
	}

	/** What a question asks for, beside {@code service} or in {@code data}. */
	@Nullable String asked(String... names) {
		String beside = envelope.text(names);
		if (beside != null) {
			return beside;
		}
		List<MapiRecord> data = envelope.list("data", 1);
		return data.isEmpty() ? null : data.getFirst().text(names);
	}

	String askedFor(String... names) {
		String asked = asked(names);
		if (asked == null) {
			throw new MapiRefusal(MapiCode.OPERATION, "exchange.mapi.missing", Map.of("name", names[0]));
		}
		return asked;
	}

}
