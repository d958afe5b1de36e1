package vn.motcua.catalogue.feel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.feel.FeelType.Kind;

/** The functions that expressions may call, with the kinds of their arguments: FEEL's own that need no clock and no chance, and the platform's. */
final class FeelFunctions {

	/** @param arguments kinds, the last for all that follow when {@code more} */
	record Signature(List<Kind> arguments, boolean more, FeelType result) {
	}

	private static final Map<String, Signature> KNOWN = new HashMap<>();

	static {
		known("BOOLEAN", "contains TEXT TEXT", "starts with TEXT TEXT", "ends with TEXT TEXT", "matches TEXT TEXT ...", "is blank TEXT", "list contains LIST ANY",
				"not BOOLEAN", "all ANY ...", "and ANY ...", "any ANY ...", "or ANY ...", "even NUMBER", "odd NUMBER", "is defined ANY", "duplicate values LIST", "area_a CONTEXT", "assert ANY ...",
				"is empty LIST");
		known("NUMBER", "string length TEXT", "number ANY ...", "abs ANY", "floor NUMBER ...", "ceiling NUMBER ...", "round up NUMBER NUMBER", "round down NUMBER NUMBER",
				"round half up NUMBER NUMBER", "round half down NUMBER NUMBER", "decimal NUMBER NUMBER", "modulo NUMBER NUMBER", "sqrt NUMBER", "count LIST", "sum ANY ...",
				"mean ANY ...", "median ANY ...", "product ANY ...", "day of year DATE", "week of year DATE", "days_between DATE DATE", "years_between DATE DATE");
		known("TEXT", "string ANY", "upper case TEXT", "lower case TEXT", "trim TEXT", "substring TEXT NUMBER ...", "substring before TEXT TEXT", "substring after TEXT TEXT",
				"replace TEXT TEXT TEXT ...", "string join LIST ...", "day of week DATE", "month of year DATE");
		known("LIST", "split TEXT TEXT", "extract TEXT TEXT", "append LIST ANY ...", "concatenate LIST ...", "union LIST ...", "distinct values LIST", "flatten LIST", "reverse LIST",
				"sublist LIST NUMBER ...", "insert before LIST NUMBER ANY", "remove LIST NUMBER", "index of LIST ANY");
		known("DATE", "date ANY ...", "last day of month DATE");
		known("TIME", "time ANY ...", "date and time ANY ...");
		known("DURATION", "duration TEXT", "years and months duration DATE DATE");
		known("ANY", "min ANY ...", "max ANY ...", "get value CONTEXT TEXT", "get or else ANY ANY", "lookup TEXT TEXT ANY TEXT", "table_value TEXT CONTEXT TEXT DATE");
	}

	private FeelFunctions() {
	}

	static @Nullable Signature find(String name) {
		return KNOWN.get(name);
	}

	/** Each written as the name in lower case and the kinds of its arguments. */
	private static void known(String result, String... functions) {
		for (String function : functions) {
			List<String> name = new ArrayList<>();
			List<Kind> arguments = new ArrayList<>();
			for (String word : function.split(" ")) {
				if (word.equals(word.toLowerCase(java.util.Locale.ROOT)) && !word.equals("...")) {
					name.add(word);
				}
				else if (!word.equals("...")) {
					arguments.add(Kind.valueOf(word));
				}
			}
			KNOWN.put(String.join(" ", name), new Signature(List.copyOf(arguments), function.endsWith("..."), FeelType.of(Kind.valueOf(result))));
		}
	}

}
