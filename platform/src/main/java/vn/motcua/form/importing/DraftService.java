package vn.motcua.form.importing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code service.yaml} of a draft. What nobody has said yet stands there as a value that the check reads and that no real
 * service has, and each is named in {@code to_write}; a bundle with such a list is never published.
 */
final class DraftService {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	static final String NO_CODE = "3.000000";

	private final ObjectNode service = NODES.objectNode();

	private final ArrayNode toWrite = NODES.arrayNode();

	DraftService(ObjectNode name) {
		service.set("to_write", toWrite);
		service.put("code", NO_CODE);
		service.set("name", name);
		service.set("summary", name.deepCopy());
		service.set("field", NODES.objectNode().put("code", "G00-XX").set("name", both("Chưa ghi", "Not written")));
		service.put("ministry", "G00").put("level", 3).set("audience", NODES.arrayNode().add("citizen"));
		service.set("valid", NODES.objectNode().put("from", "2020-01-01"));
		service.set("handling", NODES.objectNode().put("level", "commune").put("choose", true));
		service.set("channels", NODES.arrayNode().add("online").add("desk"));
		service.set("legal_basis", NODES.arrayNode().add(NODES.objectNode().put("number", "Chưa ghi").put("source", "unverified").set("name", both("Chưa ghi", "Not written"))));
		service.set("steps", NODES.arrayNode().add(both("Chưa ghi", "Not written")));
		service.set("cases", NODES.arrayNode().add(usual()));
		service.set("components", NODES.arrayNode());
		service.set("results", NODES.arrayNode().add(NODES.objectNode().put("id", "result").set("name", both("Chưa ghi", "Not written"))));
		needed("code: the code of the procedure, as it is published.", "summary: one or two sentences, as people say it.", "field, ministry: who regulates it.",
				"level, audience, valid, channels: as decided.", "legal_basis: the texts it rests on.", "steps: how it goes.", "cases: cases and the time limit of each.",
				"results: what the applicant gets.", "examples.yaml: at least one example that is granted.");
	}

	/** Papers, each with whatever the source knows. */
	void papers(ArrayNode components) {
		service.set("components", components);
		if (!components.isEmpty()) {
			toWrite("components: originals and copies of each paper.");
		}
	}

	/** @param address path of an address in the form, empty for none */
	void handledAt(String address) {
		if (!address.isEmpty()) {
			service.set("handling", NODES.objectNode().put("level", "commune").put("address", address));
		}
		toWrite("handling: the level and department that handle it" + (address.isEmpty() ? "." : ", and whether \"" + address + "\" is the address that decides."));
	}

	void toWrite(String what) {
		toWrite.add(what);
	}

	void set(String member, JsonNode value) {
		service.set(member, value);
	}

	/** Takes from the list what the source has said. */
	void written(String beginning) {
		for (int index = toWrite.size() - 1; index >= 0; index--) {
			if (toWrite.get(index).asString("").startsWith(beginning)) {
				toWrite.remove(index);
			}
		}
	}

	String yaml() {
		return "# A draft. Write what to_write lists and take each line away; the check names what is left.\n" + YamlText.of(service);
	}

	static ObjectNode declaration() {
		return both("Tôi cam đoan những điều đã khai là đúng sự thật và chịu trách nhiệm trước pháp luật về nội dung đã khai.",
				"I declare that what I have stated is true and I answer for it before the law.");
	}

	static ObjectNode both(String vi, String en) {
		return NODES.objectNode().put("vi", vi).put("en", en);
	}

	private static ObjectNode usual() {
		ObjectNode usual = NODES.objectNode().put("id", "usual");
		usual.set("name", both("Giải quyết hồ sơ", "Handling of the dossier"));
		return usual.put("when", "true").put("time_limit", "1 working-day").put("source", "unverified");
	}

	private void needed(String... lines) {
		for (String line : lines) {
			toWrite.add(line);
		}
	}

}
