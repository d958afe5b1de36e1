package vn.motcua.catalogue.linked;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;

/** A node: its address, what it is, and what is said of it by term. */
final class Resource implements Value {

	private final String address;

	private final List<String> types;

	private final Map<String, List<Value>> statements = new LinkedHashMap<>();

	Resource(String address, String... types) {
		this.address = address;
		this.types = List.of(types);
	}

	String address() {
		return address;
	}

	List<String> types() {
		return types;
	}

	Map<String, List<Value>> statements() {
		return statements;
	}

	Resource say(String term, Value value) {
		statements.computeIfAbsent(term, any -> new ArrayList<>()).add(value);
		return this;
	}

	Resource say(String term, List<? extends Value> values) {
		values.forEach(value -> say(term, value));
		return this;
	}

	/** In Vietnamese and English. */
	Resource say(String term, @Nullable LocalizedText words) {
		return words == null ? this : say(term, new Text(words.vi(), "vi")).say(term, new Text(words.en(), "en"));
	}

	Resource say(String term, String text) {
		return say(term, new Literal(text, "xsd:string"));
	}

}
