package vn.motcua.form;

import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.kernel.LocalizedText;

/**
 * A form as the platform draws it.
 *
 * @param pages in the order of the task list
 * @param declaration what the applicant confirms before submitting
 */
public record FormDefinition(List<FormPage> pages, LocalizedText declaration, JsonNode schema) {

	/**
	 * One topic, one page.
	 *
	 * @param when FEEL condition, {@code true} for always
	 * @param group dotted path of the repeating group this page fills one repetition of, else {@code null}
	 */
	public record FormPage(String id, LocalizedText title, String when, @Nullable String group, List<FormField> fields) {
	}

	/**
	 * One question.
	 *
	 * @param path dotted path in the answers, for example {@code child.name}
	 * @param when FEEL condition, {@code true} for always
	 * @param fields parts of a person or repeating group, else empty
	 */
	public record FormField(String path, Kind kind, LocalizedText label, @Nullable LocalizedText help, @Nullable String sample,
			String when, boolean required, @Nullable String prefill, @Nullable String autocomplete, List<Option> options,
			@Nullable String computed, List<FormField> fields, JsonNode schema) {
	}

	public record Option(String value, LocalizedText label) {
	}

	public enum Kind {
		TEXT, LONG_TEXT, NUMBER, MONEY, DATE, DATE_OR_YEAR, CHOICE, CHOICES, YES_NO, ADDRESS, PERSON, FILE, GROUP, COMPUTED, DECLARATION
	}

}
