package vn.motcua.form.importing;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** Answers that are computed, or fixed and hidden. */
final class FormioComputed {

	private final Map<String, FormioItem> items;

	private final List<NotCarried> left;

	FormioComputed(Map<String, FormioItem> items, List<NotCarried> left) {
		this.items = items;
		this.left = left;
	}

	/** FEEL of the answer; {@code null} when it is to be asked, or for a hidden one left out. */
	@Nullable String feel(FormioItem item) {
		JsonNode calculation = item.component().path("calculateValue");
		if (calculation.isObject() && !calculation.isEmpty() || !calculation.asString("").isBlank()) {
			return calculated(item, calculation);
		}
		return item.type().equals("hidden") ? fixed(item) : null;
	}

	private @Nullable String calculated(FormioItem item, JsonNode calculation) {
		try {
			JsonNode logic = calculation.isString() ? ScriptLogic.of(calculation.stringValue(), "value") : calculation;
			String feel = new LogicFeel(new FormioAnswers(items, item)).value(logic);
			if (item.component().path("allowCalculateOverride").asBoolean(false)) {
				tell(item, "allowCalculateOverride", "The computed value cannot be written over.");
			}
			return feel;
		}
		catch (NoFeel unsaid) {
			tell(item, "calculateValue", "The calculation was left out" + (item.type().equals("hidden") ? " with the answer: " : ", the question is asked instead: ") + unsaid.getMessage() + ".");
			return null;
		}
	}

	private @Nullable String fixed(FormioItem item) {
		JsonNode value = item.component().path("defaultValue");
		if (value.isContainer() || value.asString("").isEmpty()) {
			tell(item, "hidden", "A hidden answer without a fixed value was left out.");
			return null;
		}
		return value.isString() ? LogicFeel.text(value.stringValue()) : value.asString("");
	}

	private void tell(FormioItem item, String rule, String message) {
		left.add(new NotCarried(item.key(), rule, message));
	}

}
