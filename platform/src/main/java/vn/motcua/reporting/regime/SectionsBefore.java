package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.regime.FormSections.Section;

/** What the tables of a draft say of rows that may only head others: a form that is read again is taken so, and the officer is not asked anew. */
final class SectionsBefore {

	private final Template before;

	private final SectionRows rows;

	SectionsBefore(Template before, SectionRows rows) {
		this.before = before;
		this.rows = rows;
	}

	FormTables.Taken kept(FormTables.Taken taken) {
		Map<String, Template.Table> tables = new LinkedHashMap<>();
		taken.tables().forEach(table -> tables.put(table.code(), table));
		List<Section> sections = new ArrayList<>();
		for (Section section : taken.sections()) {
			Optional<Boolean> said = headed(tables.get(section.table()), section.row());
			said.ifPresent(heads -> tables.computeIfPresent(section.table(), (_, table) -> rows.said(table, section.row().code(), heads)));
			sections.add(said.map(heads -> new Section(section.table(), section.row(), heads, true)).orElse(section));
		}
		Set<IndicatorCode> asked = tables.values().stream().flatMap(table -> table.cells().stream()).filter(cell -> cell.indicator() != null).map(Template.TableCell::indicator)
			.collect(Collectors.toSet());
		List<FormTables.NewIndicator> made = Stream.concat(taken.indicators().stream(), rows.made().stream()).filter(one -> asked.contains(one.code())).distinct().toList();
		return new FormTables.Taken(List.copyOf(tables.values()), made, sections);
	}

	/** Of the one row that is called and numbered so in the table of the same title, else of the same code; empty when there is none or several. */
	private Optional<Boolean> headed(Template.Table now, Template.Row row) {
		Optional<Template.Table> same = before.tables().stream().filter(table -> table.title().vi().equals(now.title().vi())).findFirst()
			.or(() -> before.tables().stream().filter(table -> table.code().equals(now.code())).findFirst());
		return same.flatMap(table -> {
			List<Template.Row> alike = table.rows().stream().filter(one -> one.name().vi().equals(row.name().vi()) && java.util.Objects.equals(one.mark(), row.mark())).toList();
			return alike.size() != 1 ? Optional.empty() : Optional.of(table.cells().stream().noneMatch(cell -> cell.row().equals(alike.getFirst().code())));
		});
	}

}
