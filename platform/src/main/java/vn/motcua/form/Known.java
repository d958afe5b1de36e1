package vn.motcua.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.kernel.LocalizedText;

/**
 * What is known of the person who fills in, by the names of prefill: {@code account.name}, {@code earlier.owner.phone},
 * {@code register.person.birth_date}.
 *
 * @param names of registers by their word, and codes of the dossiers that earlier answers stand in by prefill name
 * @param silent words of the registers that did not answer
 */
public record Known(Map<String, JsonNode> values, Map<String, LocalizedText> names, java.util.Set<String> silent) {

	public static final String EARLIER = "earlier.";

	public static final String REGISTER = "register.";

	public static final Known NOTHING = new Known(Map.of(), Map.of(), java.util.Set.of());

	public Known {
		values = Map.copyOf(values);
		names = Map.copyOf(names);
		silent = java.util.Set.copyOf(silent);
	}

	/** What an account knows. */
	public static Known of(Map<String, String> account) {
		Map<String, JsonNode> values = new HashMap<>();
		account.forEach((name, value) -> values.put(name, JsonNodeFactory.instance.stringNode(value)));
		return new Known(values, Map.of(), java.util.Set.of());
	}

	/** Word of the register that a name of prefill asks. */
	public static Optional<String> register(String prefill) {
		return prefill.startsWith(REGISTER) ? Optional.of(prefill.split("\\.", 3)[1]) : Optional.empty();
	}

	/** The value the register holds for a question where it alone says what holds. */
	@Nullable JsonNode binding(FormField field) {
		return !field.authority() ? null : field.prefill().stream().filter(name -> name.startsWith(REGISTER)).map(values::get).filter(java.util.Objects::nonNull).findFirst().orElse(null);
	}

	/** Where the present answer of a question came from. */
	@Nullable Origin origin(FormField field, JsonNode answer) {
		for (String name : field.prefill()) {
			String register = register(name).orElse("");
			if (silent.contains(register)) {
				return new Origin(Origin.Kind.DOWN, names.getOrDefault(register, LocalizedText.same(register)));
			}
			JsonNode value = values.get(name);
			if (value != null && value.equals(answer) || name.equals("account") && answer.isObject() && answer.path("name").equals(values.get("account.name"))) {
				return origin(field, name, register);
			}
		}
		return null;
	}

	private Origin origin(FormField field, String name, String register) {
		if (name.startsWith(EARLIER)) {
			return new Origin(Origin.Kind.EARLIER, names.getOrDefault(name, LocalizedText.same("–")));
		}
		return register.isEmpty() ? new Origin(Origin.Kind.ACCOUNT, LocalizedText.same("–"))
				: new Origin(field.authority() ? Origin.Kind.AUTHORITY : Origin.Kind.REGISTER, names.getOrDefault(register, LocalizedText.same(register)));
	}

}
