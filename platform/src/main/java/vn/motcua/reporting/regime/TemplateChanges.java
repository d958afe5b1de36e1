package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import vn.motcua.reporting.Template;

/** What a version asks for that the one before did not, and the other way round. Figures that stay keep their places, so their series go on. */
public record TemplateChanges(List<String> added, List<String> removed, int kept) {

	static TemplateChanges between(Template before, Template after) {
		Map<String, String> then = figures(before);
		Map<String, String> now = figures(after);
		List<String> added = new ArrayList<>();
		now.forEach((figure, where) -> {
			if (!then.containsKey(figure)) {
				added.add(figure + " (" + where + ")");
			}
		});
		List<String> removed = new ArrayList<>();
		then.forEach((figure, where) -> {
			if (!now.containsKey(figure)) {
				removed.add(figure + " (" + where + ")");
			}
		});
		return new TemplateChanges(List.copyOf(added), List.copyOf(removed), now.size() - added.size());
	}

	private static Map<String, String> figures(Template template) {
		Map<String, String> figures = new LinkedHashMap<>();
		template.tables().forEach(table -> table.cells().stream().filter(cell -> cell.indicator() != null).forEach(
				cell -> figures.putIfAbsent(cell.indicator() + (cell.breakdown().whole() ? "" : "[" + cell.breakdown() + "]"), table.code() + "/" + cell.row() + "/" + cell.column())));
		return figures;
	}

}
