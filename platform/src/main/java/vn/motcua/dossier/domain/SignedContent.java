package vn.motcua.dossier.domain;

import java.util.List;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import vn.motcua.kernel.Sha256;

/**
 * What somebody signs, as one text that is always the same for the same answers: members in the order of their names, numbers
 * without needless zeros, no blanks. Its SHA-256 is what the signature stands for.
 */
record SignedContent(String text) {

	/**
	 * @param signed answers of the part and what was shown
	 * @param files digests of the files that were shown
	 */
	static SignedContent of(String service, String role, int place, String statement, ObjectNode signed, List<String> files) {
		ObjectNode whole = LedgerJson.object();
		whole.put("service", service).put("role", role).put("place", place).put("statement", statement).set("answers", signed);
		ArrayNode digests = whole.putArray("files");
		files.stream().sorted().forEach(digests::add);
		return new SignedContent(LedgerJson.write(ordered(whole)));
	}

	/** SHA-256 in lower-case hexadecimal. */
	String digest() {
		return Sha256.of(text);
	}

	private static JsonNode ordered(JsonNode node) {
		if (node.isObject()) {
			ObjectNode object = LedgerJson.object();
			TreeMap<String, JsonNode> members = new TreeMap<>();
			node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
			members.forEach((name, value) -> object.set(name, ordered(value)));
			return object;
		}
		if (node.isArray()) {
			ArrayNode array = LedgerJson.object().putArray("a");
			node.forEach(item -> array.add(ordered(item)));
			return array;
		}
		return node.isNumber() ? JsonNodeFactory.instance.stringNode(node.decimalValue().stripTrailingZeros().toPlainString()) : node;
	}

}
