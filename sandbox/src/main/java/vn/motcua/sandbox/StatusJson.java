package vn.motcua.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the system stands, for scripts. */
final class StatusJson {

	private StatusJson() {
	}

	static String of(Sandbox sandbox) {
		ObjectNode status = JsonNodeFactory.instance.objectNode().put("now", sandbox.now().toString()).put("settled", sandbox.settled());
		sandbox.trouble().ifPresent(trouble -> status.put("trouble", trouble));
		ObjectNode steps = status.putObject("steps");
		sandbox.store().states(sandbox.clocks()).forEach((state, count) -> steps.put(state.toLowerCase(java.util.Locale.ROOT), count));
		ObjectNode rules = status.putObject("rules");
		sandbox.store().rules().forEach(rules::put);
		ObjectNode failures = status.putObject("failures");
		for (Failure failure : Failure.values()) {
			failures.putObject(failure.word()).put("on", sandbox.failures().on(failure)).put("happened", sandbox.failures().counts().getOrDefault(failure, 0L));
		}
		status.put("inboxTaken", sandbox.taken());
		ObjectNode webhooks = status.putObject("webhooks");
		sandbox.webhook().answers().forEach((code, count) -> webhooks.put(String.valueOf(code), count.get()));
		sandbox.compared().ifPresent(compared -> {
			ObjectNode last = status.putObject("compared").put("days", compared.days()).put("same", compared.same()).put("again", compared.again());
			compared.other().stream().limit(100).forEach(last.putArray("other")::add);
		});
		return status + "\n";
	}

}
