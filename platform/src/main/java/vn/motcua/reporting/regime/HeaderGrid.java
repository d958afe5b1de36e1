package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Template;

/** The heading rows of a table, from the paths of its columns: what begins alike is one heading over all of them. */
public record HeaderGrid(List<List<Heading>> rows) {

	/** @param code of the one column that it is the heading of, {@code null} over several */
	public record Heading(LocalizedText text, int columns, int rows, @Nullable String code) {

		public boolean leaf() {
			return code != null;
		}

	}

	public static HeaderGrid of(List<Template.Column> columns) {
		int depth = columns.stream().mapToInt(column -> column.path().size()).max().orElse(1);
		List<List<Heading>> rows = new ArrayList<>();
		for (int level = 0; level < depth; level++) {
			rows.add(row(columns, level, depth));
		}
		return new HeaderGrid(List.copyOf(rows));
	}

	private static List<Heading> row(List<Template.Column> columns, int level, int depth) {
		List<Heading> row = new ArrayList<>();
		for (int at = 0; at < columns.size();) {
			List<LocalizedText> path = columns.get(at).path();
			if (path.size() <= level) {
				at++;
				continue;
			}
			boolean leaf = path.size() == level + 1;
			int end = at + 1;
			while (!leaf && end < columns.size() && begins(columns.get(end).path(), path.subList(0, level + 1))) {
				end++;
			}
			row.add(new Heading(path.get(level), end - at, leaf ? depth - level : 1, leaf ? columns.get(at).code() : null));
			at = end;
		}
		return List.copyOf(row);
	}

	private static boolean begins(List<LocalizedText> path, List<LocalizedText> start) {
		return path.size() > start.size() && path.subList(0, start.size()).equals(start);
	}

}
