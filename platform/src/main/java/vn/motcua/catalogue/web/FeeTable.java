package vn.motcua.catalogue.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.FeeFormula;
import vn.motcua.catalogue.FeeFormula.Cell;
import vn.motcua.catalogue.FeeFormula.Formula;
import vn.motcua.catalogue.FeeFormula.Percentage;
import vn.motcua.catalogue.FeeFormula.Reduction;
import vn.motcua.catalogue.FeeFormula.Value;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Fee;
import vn.motcua.catalogue.ServiceVersion.PriceTable;
import vn.motcua.catalogue.bundle.FormPaths;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.site.Page;

/**
 * What a service costs, before anything is answered.
 *
 * @param on the day whose rates are shown
 */
public record FeeTable(ServiceVersion service, LocalDate on) {

	/** More rows of a table than this are said as a range. */
	private static final int MOST_ROWS = 8;

	public record Row(String what, String amount) {
	}

	public List<Fee> inForce() {
		return service.fees().stream().filter(fee -> fee.valid().holdsOn(on)).toList();
	}

	public List<Row> rows(Page page, Fee fee) {
		FeeFormula formula = fee.formula();
		List<Row> rows = new ArrayList<>();
		if (formula.base() != null) {
			rows.addAll(values(page, formula.base(), page.t("catalogue.fee.base"), amount -> money(page, amount)));
		}
		formula.perUnit().forEach(step -> rows.addAll(values(page, step.amount(),
				page.t("catalogue.fee.each", "name", step.name() == null ? label(page, step.units(), "catalogue.fee.count") : page.text(step.name())), amount -> money(page, amount))));
		if (formula.percentage() != null) {
			rows.addAll(share(page, formula.percentage()));
		}
		formula.reductions().stream().filter(one -> one.valid().holdsOn(on)).forEach(one -> rows.add(reduction(page, one)));
		if (formula.cap() != null) {
			rows.addAll(values(page, formula.cap(), page.t(forAll(formula.cap()) ? "catalogue.fee.most" : "catalogue.fee.most.some"), amount -> money(page, amount)));
		}
		if (formula.times() != null) {
			rows.add(new Row(page.t("catalogue.fee.times", "name", label(page, formula.times(), "catalogue.fee.count")), ""));
		}
		formula.exemptions().stream().filter(one -> one.valid().holdsOn(on)).forEach(one -> rows.add(new Row(page.text(one.name()), page.t("catalogue.fee.none"))));
		if (formula.exemptions().isEmpty()) {
			rows.add(new Row(page.t("catalogue.fee.exempt.who"), page.t("catalogue.fee.exempt.nobody")));
		}
		if (formula.each() != null) {
			rows.add(new Row(page.t("catalogue.fee.per-item"), ""));
		}
		if (formula.place() != null) {
			rows.add(new Row(page.t("catalogue.fee.places"), ""));
		}
		return rows;
	}

	/** Whether a value holds whatever the answers are: a table needs a row with empty cells for that. */
	private boolean forAll(Value value) {
		return !(value instanceof Cell cell && service.tables().get(cell.table()) instanceof PriceTable table)
				|| table.rows().stream().anyMatch(row -> cell.where().keySet().stream().allMatch(column -> row.getOrDefault(column, "").isEmpty()));
	}

	private List<Row> share(Page page, Percentage percentage) {
		String of = percentage.name() != null ? page.text(percentage.name())
				: percentage.of() instanceof Formula formula ? label(page, formula.feel(), "catalogue.fee.value") : page.t("catalogue.fee.value");
		return values(page, percentage.rate(), page.t("catalogue.fee.rate", "name", of), rate -> page.number(rate) + " %");
	}

	private Row reduction(Page page, Reduction reduction) {
		String name = page.t("catalogue.fee.less", "name", page.text(reduction.name()));
		if (reduction.percent() != null) {
			return new Row(name, words(page, reduction.percent(), percent -> "− " + page.number(percent) + " %"));
		}
		return new Row(name, reduction.amount() == null ? "" : words(page, reduction.amount(), amount -> "− " + money(page, amount)));
	}

	/** One row, or one for every row of a short table whose cells have words. */
	private List<Row> values(Page page, Value value, String what, Function<BigDecimal, String> form) {
		if (value instanceof Cell cell && service.tables().get(cell.table()) instanceof PriceTable table) {
			List<Map<String, String>> rows = table.rows().stream().filter(row -> PriceTable.inForce(row, on)).toList();
			List<Row> named = rows.size() > MOST_ROWS ? List.of() : rows.stream().map(row -> named(page, cell, row, form)).toList();
			if (rows.size() > 1 && !named.isEmpty() && named.stream().allMatch(java.util.Objects::nonNull)) {
				return named;
			}
		}
		return List.of(new Row(what, words(page, value, form)));
	}

	private @Nullable Row named(Page page, Cell cell, Map<String, String> row, Function<BigDecimal, String> form) {
		List<String> conditions = new ArrayList<>();
		for (Map.Entry<String, String> column : new java.util.TreeMap<>(cell.where()).entrySet()) {
			String wanted = row.getOrDefault(column.getKey(), "");
			if (!wanted.isEmpty()) {
				String words = option(page, column.getValue(), wanted);
				if (words == null) {
					return null;
				}
				conditions.add(words);
			}
		}
		BigDecimal amount = number(row.get(cell.column()));
		return amount == null ? null : new Row(conditions.isEmpty() ? page.t("catalogue.fee.else") : String.join(", ", conditions), form.apply(amount));
	}

	/** What a cell's value means: a channel, a case, or an option of the question it is compared with. */
	private @Nullable String option(Page page, String feel, String value) {
		return switch (feel) {
			case "channel" -> page.t("catalogue.channel." + value);
			case "case" -> service.cases().stream().filter(one -> one.id().equals(value)).map(one -> page.text(one.name())).findFirst().orElse(null);
			default -> FormPaths.at(service.form(), feel).path("x-field").path("options").valueStream()
				.filter(option -> option.path("value").asString("").equals(value)).map(option -> text(page, option.path("label"))).findFirst().orElse(null);
		};
	}

	private String words(Page page, Value value, Function<BigDecimal, String> form) {
		return switch (value) {
			case Formula formula -> number(formula.feel()) instanceof BigDecimal fixed ? form.apply(fixed) : label(page, formula.feel(), "catalogue.fee.some");
			case Cell cell -> {
				PriceTable table = service.tables().get(cell.table());
				List<BigDecimal> numbers = table == null ? List.of() : table.rows().stream().filter(row -> PriceTable.inForce(row, on)).map(row -> number(row.get(cell.column())))
					.filter(java.util.Objects::nonNull).sorted().toList();
				yield numbers.isEmpty() ? page.t("catalogue.fee.some") : numbers.getFirst().compareTo(numbers.getLast()) == 0 ? form.apply(numbers.getFirst())
						: page.t("catalogue.fee.from-to", "from", form.apply(numbers.getFirst()), "to", form.apply(numbers.getLast()));
			}
		};
	}

	private String label(Page page, String feel, String otherwise) {
		JsonNode label = FormPaths.at(service.form(), feel).path("x-field").path("label");
		return label.isMissingNode() ? page.t(otherwise) : text(page, label);
	}

	private static String text(Page page, JsonNode words) {
		return page.text(new LocalizedText(words.path("vi").asString("?"), words.path("en").asString("")));
	}

	private static String money(Page page, BigDecimal amount) {
		return page.money(amount.setScale(0, java.math.RoundingMode.HALF_UP).longValue());
	}

	private static @Nullable BigDecimal number(@Nullable String text) {
		return text == null || !text.matches("-?\\d{1,18}(\\.\\d{1,9})?") ? null : new BigDecimal(text);
	}

}
