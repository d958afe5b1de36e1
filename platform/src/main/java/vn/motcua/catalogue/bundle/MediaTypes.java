package vn.motcua.catalogue.bundle;

import java.util.Map;
import java.util.Set;

/** Kinds of files as bundles name them. */
final class MediaTypes {

	static final Map<String, String> BY_NAME = Map.of("pdf", "application/pdf", "jpg", "image/jpeg", "png", "image/png", "docx",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "xlsx",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xml", "application/xml");

	static final Set<String> DEFAULT = Set.of("application/pdf", "image/jpeg", "image/png");

	private MediaTypes() {
	}

	static String of(String name) {
		String type = BY_NAME.get(name);
		if (type == null) {
			throw new IllegalArgumentException("files of kind \"" + name + "\" are not accepted; known are " + BY_NAME.keySet().stream().sorted().toList());
		}
		return type;
	}

}
