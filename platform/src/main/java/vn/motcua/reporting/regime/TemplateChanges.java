package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.Template.Table;
import vn.motcua.reporting.Template.TableCell;
import vn.motcua.site.Page;

/** What the template of a version says otherwise than that of the one before, in the words of the form. Figures that stay keep their places, so their series go on. */
final class TemplateChanges {

	private final Template before;

	private final Template after;

	TemplateChanges(Template before, Template after) {
		this.before = before;
		this.after = after;
	}

	/** How many figures both ask for. */
	int kept() {
		Set<String> then = asked(before);
		return (int) asked(after).stream().filter(then::contains).count();
	}

	List<VersionChanges.Row> rows(Page page) {
		List<VersionChanges.Row> rows = new ArrayList<>();
		differing(rows, titles(before, page), titles(after, page), code -> page.t("reporting.design.changes.table", "code", code));
		differing(rows, figures(before, page), figures(after, page), code -> code);
		differing(rows, formulas(before), formulas(after), code -> page.t("reporting.design.changes.formula", "code", code));
		differing(rows, columns(before, page), columns(after, page), code -> page.t("reporting.design.changes.columns", "code", code));
		differing(rows, narratives(before, page), narratives(after, page), code -> page.t("reporting.design.changes.section", "code", code));
		differing(rows, checks(before, page), checks(after, page), code -> page.t("reporting.design.changes.check", "code", code));
		return rows;
	}

	private static void differing(List<VersionChanges.Row> rows, Map<String, String> then, Map<String, String> now, Function<String, String> what) {
		now.forEach((code, words) -> {
			if (!Objects.equals(then.get(code), words)) {
				rows.add(new VersionChanges.Row(what.apply(code), then.getOrDefault(code, ""), words));
			}
		});
		then.forEach((code, words) -> {
			if (!now.containsKey(code)) {
				rows.add(new VersionChanges.Row(what.apply(code), words, ""));
			}
		});
	}

	private static Set<String> asked(Template template) {
		return template.tables().stream().flatMap(table -> table.cells().stream()).filter(cell -> cell.indicator() != null).map(TemplateChanges::figure).collect(Collectors.toSet());
	}

	private static Map<String, String> titles(Template template, Page page) {
		Map<String, String> titles = new LinkedHashMap<>();
		template.tables().forEach(table -> titles.put(table.code(), page.text(table.title())));
		return titles;
	}

	/** {@code LD0301[SEX=F]} → table, row and column as they are called. */
	private static Map<String, String> figures(Template template, Page page) {
		Map<String, String> figures = new LinkedHashMap<>();
		for (Table table : template.tables()) {
			Map<String, LocalizedText> rows = table.rows().stream().collect(Collectors.toMap(Template.Row::code, Template.Row::name, (one, _) -> one));
			Map<String, Template.Column> columns = table.columns().stream().collect(Collectors.toMap(Template.Column::code, column -> column, (one, _) -> one));
			table.cells().stream().filter(cell -> cell.indicator() != null).forEach(cell -> figures.putIfAbsent(figure(cell),
					table.code() + ": " + page.text(rows.get(cell.row())) + " – " + path(columns.get(cell.column()), page)));
		}
		return figures;
	}

	private static Map<String, String> formulas(Template template) {
		Map<String, String> formulas = new LinkedHashMap<>();
		template.tables().forEach(table -> table.cells().stream().filter(cell -> cell.formula() != null)
			.forEach(cell -> formulas.putIfAbsent(cell.indicator() == null ? table.code() + "/" + cell.row() + "/" + cell.column() : figure(cell), cell.formula())));
		return formulas;
	}

	/** Columns of tables that grow, and of others those that take words. */
	private static Map<String, String> columns(Template template, Page page) {
		Map<String, String> columns = new LinkedHashMap<>();
		template.tables().stream().filter(table -> table.growing() > 0 || table.columns().stream().anyMatch(Template.Column::words)).forEach(table -> columns.put(table.code(), table.columns().stream()
			.filter(column -> table.growing() > 0 || column.words()).map(column -> path(column, page) + " (" + page.t("reporting.design.kind." + column.kind()) + ")").collect(Collectors.joining("; "))));
		return columns;
	}

	private static Map<String, String> narratives(Template template, Page page) {
		Map<String, String> narratives = new LinkedHashMap<>();
		template.narratives().forEach(one -> narratives.put(one.code(), page.text(one.heading())));
		return narratives;
	}

	private static Map<String, String> checks(Template template, Page page) {
		Map<String, String> checks = new LinkedHashMap<>();
		template.checks().forEach(one -> checks.put(one.code(), page.text(one.words()) + " (" + one.rule() + ")" + (one.asks() == null ? "" : " → " + one.asks())));
		return checks;
	}

	private static String path(Template.Column column, Page page) {
		return column.path().stream().map(page::text).collect(Collectors.joining(" / "));
	}

	private static String figure(TableCell cell) {
		return cell.indicator() + (cell.breakdown().whole() ? "" : "[" + cell.breakdown() + "]");
	}

}
