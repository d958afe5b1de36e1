package vn.motcua.agent.source;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of a source by name; case, composition of letters and white space do not matter. */
public final class Columns {

	private static final int LONGEST_LIST = 500;

	private final List<String> names;

	private final Map<String, Integer> places = new HashMap<>();

	private final boolean varying;

	public Columns(List<String> names) {
		this(names, false);
	}

	/** @param varying whether another row of the source can have others */
	Columns(List<String> names, boolean varying) {
		this.varying = varying;
		this.names = List.copyOf(names);
		for (int i = 0; i < names.size(); i++) {
			places.putIfAbsent(plain(names.get(i)), i);
		}
	}

	public List<String> names() {
		return names;
	}

	/** Whether a column can be in the source: rows of JSON leave out what they have not. */
	public boolean has(String name) {
		return varying || places.containsKey(plain(name));
	}

	/** The names as a sentence can hold them. */
	public String listed() {
		String all = String.join(", ", names);
		return all.length() <= LONGEST_LIST ? all : all.substring(0, LONGEST_LIST) + " …";
	}

	int place(String name) {
		return places.getOrDefault(plain(name), -1);
	}

	/** The form in which names and coded values are compared. */
	public static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("[\\s\\u00a0]+", " ").toLowerCase(Locale.ROOT);
	}

}
