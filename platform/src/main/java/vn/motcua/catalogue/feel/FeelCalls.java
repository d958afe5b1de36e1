package vn.motcua.catalogue.feel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;

import vn.motcua.catalogue.ServiceVersion.PriceTable;
import vn.motcua.catalogue.feel.FeelFunctions.Signature;
import vn.motcua.catalogue.feel.FeelType.Kind;

/** Calls of functions: how many arguments of which kinds, tables and columns that exist. */
final class FeelCalls {

	private final Map<String, PriceTable> tables;

	private final FeelInference inference;

	FeelCalls(Map<String, PriceTable> tables, FeelInference inference) {
		this.tables = tables;
		this.inference = inference;
	}

	FeelType type(FunctionInvocation call, Map<String, FeelType> seen) {
		List<Exp> written = FeelTree.arguments(call.params());
		List<FeelType> arguments = new ArrayList<>();
		written.forEach(argument -> arguments.add(inference.type(argument, seen)));
		Signature signature = Objects.requireNonNull(FeelFunctions.find(call.function()));
		kinds(call.function(), signature, arguments);
		return switch (call.function()) {
			case "list contains" -> {
				if (arguments.size() == 2) {
					inference.comparable(arguments.getFirst().itemOrAny(), arguments.getLast());
				}
				yield FeelType.BOOLEAN;
			}
			case "lookup" -> lookup(written);
			case "table_value" -> tableValue(written);
			case "min", "max" -> arguments.stream().allMatch(one -> one.kind() == Kind.NUMBER || one.kind() == Kind.LIST && one.itemOrAny().kind() == Kind.NUMBER) ? FeelType.NUMBER : FeelType.ANY;
			case "distinct values", "reverse", "sublist", "append", "concatenate", "union", "flatten" -> arguments.isEmpty() ? FeelType.list(FeelType.ANY) : arguments.getFirst();
			default -> signature.result();
		};
	}

	private void kinds(String function, Signature signature, List<FeelType> arguments) {
		int needed = signature.arguments().size();
		if (arguments.size() < (signature.more() ? Math.min(1, needed) : needed) || arguments.size() > needed && !signature.more()) {
			inference.issue("feel-function", "\"" + function + "\" takes " + needed + " values.");
			return;
		}
		for (int at = 0; at < Math.min(needed, arguments.size()); at++) {
			Kind kind = signature.arguments().get(at);
			if (kind != Kind.ANY && !arguments.get(at).is(kind)) {
				inference.issue("feel-type", "\"" + function + "\" needs " + kind.words() + " in place " + (at + 1) + "; this is " + arguments.get(at).kind().words() + ".");
			}
		}
	}

	private FeelType lookup(List<Exp> written) {
		PriceTable table = written.isEmpty() ? null : table(written.getFirst());
		if (table == null || written.size() != 4) {
			return FeelType.ANY;
		}
		column(table, written.get(1));
		return column(table, written.get(3));
	}

	private FeelType tableValue(List<Exp> written) {
		PriceTable table = written.isEmpty() ? null : table(written.getFirst());
		if (table == null || written.size() != 4) {
			return FeelType.ANY;
		}
		if (written.get(1) instanceof ConstContext where) {
			FeelTree.list(where.entries()).stream().filter(entry -> !table.columns().contains(entry._1()))
				.forEach(entry -> inference.issue("unknown-column", "The table \"" + table.id() + "\" has no column \"" + entry._1() + "\"."));
		}
		return column(table, written.get(2));
	}

	private @org.jspecify.annotations.Nullable PriceTable table(Exp written) {
		if (!(written instanceof ConstString name)) {
			return null;
		}
		if (!tables.containsKey(name.value())) {
			inference.issue("unknown-table", "The service has no table \"" + name.value() + "\".");
		}
		return tables.get(name.value());
	}

	/** Kind of a column's cells: numbers when every cell looks like one. */
	private FeelType column(PriceTable table, Exp written) {
		if (!(written instanceof ConstString name)) {
			return FeelType.ANY;
		}
		if (!table.columns().contains(name.value())) {
			inference.issue("unknown-column", "The table \"" + table.id() + "\" has no column \"" + name.value() + "\".");
			return FeelType.ANY;
		}
		List<String> cells = table.rows().stream().map(row -> row.getOrDefault(name.value(), "")).filter(cell -> !cell.isEmpty()).toList();
		long numbers = cells.stream().filter(BundleFunctions::isNumber).count();
		return numbers == cells.size() ? FeelType.NUMBER : numbers == 0 ? FeelType.TEXT : FeelType.ANY;
	}

}
