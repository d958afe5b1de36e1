package vn.motcua.form.importing;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/** A page of the draft: a panel of the definition, or what stands outside of panels. */
final class FormioPage {

	private final String id;

	private final String title;

	private final List<JsonNode> around;

	private final List<FormioItem> items = new ArrayList<>();

	FormioPage(String id, String title, List<JsonNode> around) {
		this.id = id;
		this.title = title;
		this.around = List.copyOf(around);
	}

	String id() {
		return id;
	}

	String title() {
		return title;
	}

	/** The panel itself, which may bring a condition. */
	List<JsonNode> around() {
		return around;
	}

	/** Questions and groups, not what stands inside of groups. */
	List<FormioItem> items() {
		return items;
	}

}
