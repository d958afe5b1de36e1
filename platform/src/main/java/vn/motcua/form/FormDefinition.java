package vn.motcua.form;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.kernel.LocalizedText;

/** A form as the platform draws and checks it, made once for a service version by {@link Forms#of}. */
public final class FormDefinition {

	private final List<FormPage> pages;

	private final List<Signer> signers;

	private final LocalizedText declaration;

	private final JsonNode schema;

	private final FormRules rules;

	FormDefinition(List<FormPage> pages, List<Signer> signers, LocalizedText declaration, JsonNode schema, FormRules rules) {
		this.pages = List.copyOf(pages);
		this.signers = List.copyOf(signers);
		this.declaration = declaration;
		this.schema = schema;
		this.rules = rules;
	}

	/** Pages in the order of the task list, whether they apply or not. */
	public List<FormPage> pages() {
		return pages;
	}

	/** Pages of one part. */
	public List<FormPage> pages(FormPart part) {
		return pages.stream().filter(page -> page.by().equals(part.by())).toList();
	}

	/** People besides the applicant who fill in and sign a part. */
	public List<Signer> signers() {
		return signers;
	}

	public Optional<Signer> signer(String id) {
		return signers.stream().filter(signer -> signer.id().equals(id)).findFirst();
	}

	/** What the applicant confirms before submitting. */
	public LocalizedText declaration() {
		return declaration;
	}

	/** The schema as published. */
	public JsonNode schema() {
		return schema;
	}

	FormRules rules() {
		return rules;
	}

	/**
	 * One topic, one page.
	 *
	 * @param when FEEL condition, {@code true} for always
	 * @param by who fills it in: empty for the applicant, id of a {@link Signer}, or {@link FormPart#OFFICE}
	 * @param group dotted path of the repeating group on this page, else {@code null}
	 */
	public record FormPage(String id, LocalizedText title, String when, String by, @Nullable String group, List<FormField> fields) {

		public FormPage {
			fields = List.copyOf(fields);
		}

	}

	/**
	 * One question.
	 *
	 * @param path dotted path in the answers, for example {@code child.name}; relative to the person or repetition for its parts
	 * @param when FEEL condition, {@code true} for always
	 * @param fields parts of a person or repeating group, else empty
	 * @param prefill names of what is known, the first that is known is taken
	 * @param authority what the register knows holds and cannot be changed here
	 * @param component the paper uploaded here, for {@link Kind#FILE}
	 * @param itemTitle what one repetition of a group is called
	 * @param lookup where the answer is chosen from, for {@link Kind#LOOKUP}
	 */
	public record FormField(String path, Kind kind, LocalizedText label, @Nullable LocalizedText help, @Nullable String sample,
			String when, boolean required, List<String> prefill, boolean authority, @Nullable String autocomplete, List<Option> options,
			@Nullable String computed, List<FormField> fields, JsonNode schema, @Nullable Component component,
			@Nullable LocalizedText itemTitle, @Nullable Lookup lookup) {

		public FormField {
			prefill = List.copyOf(prefill);
			options = List.copyOf(options);
			fields = List.copyOf(fields);
		}

		/** The names of the path, from the outermost. */
		public List<String> keys() {
			return List.of(path.split("\\."));
		}

		/** RFC 6901 pointer of the answer. */
		public String pointer() {
			return "/" + path.replace('.', '/');
		}

	}

	public record Option(String value, LocalizedText label) {
	}

	public enum Kind {
		TEXT, LONG_TEXT, NUMBER, MONEY, DATE, DATE_OR_YEAR, CHOICE, CHOICES, LOOKUP, YES_NO, ADDRESS, PERSON, FILE, GROUP, COMPUTED, DECLARATION;

		/** Asked nowhere and answered by the platform or by a file. */
		boolean silent() {
			return this == COMPUTED || this == FILE;
		}

	}

}
