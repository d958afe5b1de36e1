package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Template;

/** The form that one report is filled in on: the template of its period with the places of its cells. */
public record ReportForm(ReportAddress address, Template template, List<FormTable> tables, Map<Integer, FormTable.FormCell> byPlace, FormFormulas formulas) {

	/** The same form as another agency fills it in. */
	ReportForm by(Agency agency) {
		return new ReportForm(new ReportAddress(address.regime(), address.opening(), agency), template, tables, byPlace, formulas);
	}

	static Map<Integer, FormTable.FormCell> byPlace(List<FormTable> tables) {
		Map<Integer, FormTable.FormCell> byPlace = new LinkedHashMap<>();
		tables.forEach(table -> table.rows().forEach(row -> row.cells().stream().filter(cell -> cell.place() != null)
			.forEach(cell -> byPlace.putIfAbsent(cell.place().position(), cell))));
		return byPlace;
	}

	/** Places of cells that must be filled in and are not among the filled. */
	List<Integer> empty(Set<Integer> filled) {
		return byPlace.entrySet().stream().filter(each -> each.getValue().typed() && each.getValue().cell().required() && !filled.contains(each.getKey())).map(Map.Entry::getKey).toList();
	}

	/** Sections that must be written and are not among the written. */
	List<Template.Narrative> unwritten(Set<String> written) {
		return template.narratives().stream().filter(section -> section.required() && !written.contains(section.code())).toList();
	}

	Optional<Template.Narrative> section(@Nullable String code) {
		return template.narratives().stream().filter(section -> section.code().equals(code)).findFirst();
	}

	/** Cells of tables that take words, by the code these are kept under, in the order of the form. */
	public Map<String, WordsCell> words() {
		Map<String, WordsCell> words = new LinkedHashMap<>();
		tables.forEach(table -> table.rows().forEach(row -> row.cells().stream().filter(cell -> cell.words() != null).forEach(cell -> words.put(cell.words(),
				new WordsCell(new CellName(row.row(), table.table().columns().get(cell.column())), cell.cell().required())))));
		return words;
	}

	/** A cell that takes words. @param required whether a report without them is incomplete */
	public record WordsCell(CellName name, boolean required) {

		public Template.Column column() {
			return name.column();
		}

	}

	/** Codes of cells whose words must be there and are not among the written. */
	List<String> unsaid(Set<String> written) {
		return words().entrySet().stream().filter(each -> each.getValue().required() && !written.contains(each.getKey())).map(Map.Entry::getKey).toList();
	}

	/** Whether everything stands that must be there. @param written codes of sections and of cells with words */
	boolean whole(Set<Integer> filled, Set<String> written) {
		return empty(filled).isEmpty() && unwritten(written).isEmpty() && unsaid(written).isEmpty();
	}

	/** Place of a figure by its written name, {@code LD0301[SEX=F]}. */
	Optional<Integer> place(String figure) {
		return byPlace.entrySet().stream().filter(cell -> {
			FormTable.FormCell named = cell.getValue();
			return figure.equals(named.place().indicator() + (named.place().breakdown().whole() ? "" : "[" + named.place().breakdown() + "]"));
		}).map(Map.Entry::getKey).findFirst();
	}

	/** Names of a cell as people find it: its row and its column's headings. */
	public Map<Integer, CellName> names() {
		Map<Integer, CellName> names = new HashMap<>();
		tables.forEach(table -> table.rows().forEach(row -> row.cells().stream().filter(cell -> cell.place() != null)
			.forEach(cell -> names.putIfAbsent(cell.place().position(), new CellName(row.row(), table.table().columns().get(cell.column()))))));
		return names;
	}

	/** The row and column a cell stands in. */
	public record CellName(Template.Row row, Template.Column column) {

		public String in(java.util.Locale locale) {
			String name = (row.mark() == null ? "" : row.mark() + ". ") + row.name().in(locale);
			return column.path().isEmpty() ? name : name + " – " + column.path().getLast().in(locale);
		}

	}

	/** {@code LD0301} or {@code LD0301[SEX=F]} in words; {@code null} when the form has no such figure. */
	@Nullable String figure(String name, Map<Integer, BigDecimal> amounts, Map<String, BigDecimal> computed, Locale language) {
		return place(name).map(place -> {
			BigDecimal amount = byPlace().get(place).computed() ? computed.get("c" + place) : amounts.get(place);
			return amount == null ? "…" : Amounts.words(amount, language);
		}).orElse(null);
	}

}
