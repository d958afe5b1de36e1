package vn.motcua.catalogue.bundle;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A file of a bundle as a tree that still knows its lines.
 *
 * @param file name in the bundle
 * @param tree what stands in it
 * @param lines line of every value, by RFC 6901 pointer
 */
public record Source(String file, JsonNode tree, Map<String, Integer> lines) {

	/** Line of a value, or of the nearest one around it. */
	public int line(String pointer) {
		for (String at = pointer;; at = at.substring(0, at.lastIndexOf('/'))) {
			Integer line = lines.get(at);
			if (line != null) {
				return line;
			}
			if (at.isEmpty()) {
				return 1;
			}
		}
	}

	public Finding finding(String pointer, String rule, String message) {
		return new Finding(file, line(pointer), rule, message);
	}

	static String child(String pointer, String name) {
		return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
	}

}
