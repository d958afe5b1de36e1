package vn.motcua.form.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Files of a definition as papers of the service. */
final class FormioPapers {

	private static final int MOST_MB = 25;

	private final ArrayNode papers = JsonNodeFactory.instance.arrayNode();

	private final FormioNames ids = new FormioNames();

	private final List<NotCarried> left;

	FormioPapers(List<NotCarried> left) {
		this.left = left;
	}

	ArrayNode components() {
		return papers;
	}

	/** @return id of the paper */
	String add(FormioItem item, Words words, String when) {
		JsonNode component = item.component();
		String id = ids.name("", item.key()).replace('_', '-');
		ObjectNode paper = papers.addObject().put("id", id);
		paper.set("name", words.of(item.label()));
		paper.put("required", component.path("validate").path("required").asBoolean(false) ? when : "false");
		List<String> accepts = accepts(item, component.path("filePattern").asString(""));
		if (!accepts.isEmpty()) {
			ArrayNode kinds = paper.putArray("accepts");
			accepts.forEach(kinds::add);
		}
		String size = component.path("fileMaxSize").asString("").strip().toUpperCase(Locale.ROOT);
		if (size.matches("\\d{1,6}(\\.\\d+)? ?(KB|MB|GB)")) {
			double mb = Double.parseDouble(size.replaceAll("[^\\d.]", "")) * (size.endsWith("KB") ? 1 / 1024.0 : size.endsWith("GB") ? 1024 : 1);
			paper.put("max_mb", (int) Math.clamp(Math.ceil(mb), 1, MOST_MB));
			if (mb > MOST_MB) {
				left.add(new NotCarried(item.key(), "fileMaxSize", "A file has at most " + MOST_MB + " MB, not " + size + "."));
			}
		}
		paper.put("max_files", component.path("multiple").asBoolean(false) ? 5 : 1);
		return id;
	}

	private List<String> accepts(FormioItem item, String written) {
		List<String> kinds = new ArrayList<>();
		List<String> strange = new ArrayList<>();
		for (String one : written.toLowerCase(Locale.ROOT).split("[,;\\s]+")) {
			String kind = one.replaceFirst("^\\*?\\.", "").replaceFirst("^(image|application|text)/", "");
			switch (kind) {
				case "", "*" -> add(kinds, one.startsWith("image/") ? List.of("jpg", "png") : List.of());
				case "jpeg", "jpg" -> add(kinds, List.of("jpg"));
				default -> {
					if (Set.of("pdf", "png", "docx", "xlsx", "xml").contains(kind)) {
						add(kinds, List.of(kind));
					}
					else {
						strange.add(one);
					}
				}
			}
		}
		if (!strange.isEmpty()) {
			left.add(new NotCarried(item.key(), "filePattern", "Files of the kind " + String.join(", ", strange) + " are not accepted; pdf, jpg, png, docx, xlsx and xml are."));
		}
		return kinds;
	}

	private static void add(List<String> kinds, List<String> more) {
		more.stream().filter(kind -> !kinds.contains(kind)).forEach(kinds::add);
	}

}
