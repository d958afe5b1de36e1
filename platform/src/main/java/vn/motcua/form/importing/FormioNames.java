package vn.motcua.form.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names of answers as forms want them, none twice in one place. */
final class FormioNames {

	private static final int LONGEST = 36;

	private static final Set<String> SEEN_BY_EXPRESSIONS = Set.of("today", "channel", "case", "item");

	private final Map<String, Set<String>> taken = new HashMap<>();

	private final Map<String, String> objects = new HashMap<>();

	/** A name for a key in an object or group. */
	String name(String place, String key) {
		String name = Words.name(key, "_", LONGEST);
		String base = name.isEmpty() ? "answer" : SEEN_BY_EXPRESSIONS.contains(name) ? name + "_answer" : name;
		Set<String> there = taken.computeIfAbsent(place, any -> new HashSet<>());
		String free = base;
		for (int number = 2; !there.add(free); number++) {
			free = base + "_" + number;
		}
		return free;
	}

	/** Path of the object that a key names in another; the same for the same key. */
	String object(String place, String key) {
		return objects.computeIfAbsent(place + "\n" + key, any -> join(place, name(place, key)));
	}

	static String join(String place, String name) {
		return place.isEmpty() ? name : place + "." + name;
	}

}
