package vn.motcua.catalogue.feel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.camunda.feel.context.Context;
import org.camunda.feel.context.JavaFunction;
import org.camunda.feel.context.JavaFunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValDate;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.ServiceVersion.PriceTable;

/** What bundles have beside FEEL's own functions. A value that is missing or of another kind gives null. */
final class BundleFunctions extends JavaFunctionProvider {

	static final List<String> NAMES = List.of("lookup", "table_value", "days_between", "years_between", "area_a");

	private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,9})?");

	private static final Val NOTHING = ValNull$.MODULE$;

	private final Map<String, JavaFunction> functions = new HashMap<>();

	private final Map<List<String>, Map<String, Val>> columns = new ConcurrentHashMap<>();

	private final Map<String, PriceTable> tables;

	private final AreaRule areas;

	BundleFunctions(Map<String, PriceTable> tables, AreaRule areas) {
		this.tables = tables;
		this.areas = areas;
		functions.put("lookup", new JavaFunction(List.of("table", "keyColumn", "key", "valueColumn"), this::lookup));
		functions.put("table_value", new JavaFunction(List.of("table", "where", "column", "day"), this::tableValue));
		functions.put("days_between", between(ChronoUnit.DAYS));
		functions.put("years_between", between(ChronoUnit.YEARS));
		functions.put("area_a", new JavaFunction(List.of("address"), arguments -> areaA(arguments.getFirst())));
	}

	@Override
	public Optional<JavaFunction> resolveFunction(String name) {
		return Optional.ofNullable(functions.get(name));
	}

	@Override
	public Collection<String> getFunctionNames() {
		return NAMES;
	}

	private static JavaFunction between(ChronoUnit unit) {
		BiFunction<LocalDate, LocalDate, Val> count = (from, to) -> number(BigDecimal.valueOf(unit.between(from, to)));
		return new JavaFunction(List.of("from", "to"),
				arguments -> arguments.get(0) instanceof ValDate from && arguments.get(1) instanceof ValDate to ? count.apply(from.value(), to.value()) : NOTHING);
	}

	private Val lookup(List<Val> arguments) {
		String table = text(arguments.get(0));
		String keyColumn = text(arguments.get(1));
		String key = text(arguments.get(2));
		String valueColumn = text(arguments.get(3));
		if (table == null || keyColumn == null || key == null || valueColumn == null || !tables.containsKey(table)) {
			return NOTHING;
		}
		return columns.computeIfAbsent(List.of(table, keyColumn, valueColumn), this::column).getOrDefault(key, NOTHING);
	}

	private Val tableValue(List<Val> arguments) {
		PriceTable table = tables.get(String.valueOf(text(arguments.get(0))));
		if (table == null || !(arguments.get(1) instanceof ValContext where) || !(arguments.get(3) instanceof ValDate day)) {
			return NOTHING;
		}
		Map<String, String> wanted = new HashMap<>();
		scala.jdk.javaapi.CollectionConverters.asJava(where.context().variableProvider().getVariables())
			.forEach((column, value) -> wanted.put(column, value instanceof Val val ? text(val) : String.valueOf(value)));
		return table.find(wanted, day.value()).map(row -> row.get(String.valueOf(text(arguments.get(2))))).filter(cell -> !cell.isEmpty())
			.map(BundleFunctions::cell).orElse(NOTHING);
	}

	private Map<String, Val> column(List<String> place) {
		Map<String, Val> values = new HashMap<>();
		for (Map<String, String> row : tables.get(place.get(0)).rows()) {
			String key = row.get(place.get(1));
			String value = row.get(place.get(2));
			if (key != null && value != null) {
				values.putIfAbsent(key, cell(value));
			}
		}
		return values;
	}

	/** Whether a cell is given as a number. */
	static boolean isNumber(String cell) {
		return NUMBER.matcher(cell).matches();
	}

	private static Val cell(String value) {
		return isNumber(value) ? number(new BigDecimal(value)) : new ValString(value);
	}

	private Val areaA(Val address) {
		if (!(address instanceof ValContext place)) {
			return NOTHING;
		}
		Context context = place.context();
		Function<String, @Nullable String> part = name -> {
			var found = context.variableProvider().getVariable(name);
			return found.isEmpty() ? null : found.get() instanceof ValString text ? text.value() : found.get() instanceof String text ? text : null;
		};
		String province = part.apply("province");
		return province == null ? NOTHING : new ValBoolean(areas.higher(province, part.apply("district")));
	}

	private static @Nullable String text(Val value) {
		return switch (value) {
			case ValString text -> text.value();
			case ValNumber number -> number.value().bigDecimal().stripTrailingZeros().toPlainString();
			default -> null;
		};
	}

	private static Val number(BigDecimal value) {
		return new ValNumber(new scala.math.BigDecimal(value));
	}

}
