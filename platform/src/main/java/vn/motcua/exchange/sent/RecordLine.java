package vn.motcua.exchange.sent;

import java.time.Instant;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.exchange.SentRecord.Kind;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Sha256;

/** A line of a kind that keeps its rules. */
public record RecordLine(Kind kind, AgencyId agency, String id, @Nullable String dossier, @Nullable String period, Instant at, ObjectNode body) {

	/** Of what the line says, whatever the order of its members; a question is the same whenever it was pushed. */
	String digest() {
		TreeMap<String, JsonNode> members = new TreeMap<>();
		body.properties().stream().filter(member -> kind != Kind.QUESTIONS || !member.getKey().equals("at")).forEach(member -> members.put(member.getKey(), member.getValue()));
		return Sha256.of(members.toString()).substring(0, 32);
	}

}
