package vn.motcua.catalogue.feel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.feel.syntaxtree.Exp;
import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.ServiceVersion.PriceTable;
import vn.motcua.catalogue.feel.FeelType.Kind;

/** Whether an expression can be evaluated to what its place needs, judged by the kinds of the answers. */
public final class FeelCheck {

	/** @param rule stable name */
	public record Issue(String rule, String message) {
	}

	private final Feel feel;

	private final Map<String, PriceTable> tables;

	public FeelCheck(Feel feel, Map<String, PriceTable> tables) {
		this.feel = feel;
		this.tables = tables;
	}

	/**
	 * @param names kinds of everything the expression sees
	 * @param needed what its place needs, {@link Kind#ANY} for anything
	 * @throws FeelSyntaxException when it is not FEEL
	 */
	public List<Issue> issues(String text, Map<String, FeelType> names, Kind needed) {
		FeelExpression expression = feel.expression(text);
		Set<Issue> issues = new LinkedHashSet<>();
		Exp tree = expression.tree();
		FeelType found = tree == null ? FeelType.BOOLEAN : new FeelInference(tables, names, issues).type(tree);
		if (!found.is(needed) && needed != Kind.ANY) {
			issues.add(new Issue("feel-type", "This gives " + found.kind().words() + "; here stands " + needed.words() + "."));
		}
		if (issues.isEmpty() && needed == Kind.BOOLEAN) {
			String dead = text.strip().equals("true") ? null : DeadConditions.verdict(expression, names);
			if (dead != null) {
				issues.add(new Issue("feel-dead", dead));
			}
		}
		return new ArrayList<>(issues);
	}

	static @Nullable FeelType member(FeelType of, String name) {
		return switch (of.kind()) {
			case CONTEXT -> of.members().isEmpty() ? FeelType.ANY : of.members().get(name);
			case LIST -> member(of.itemOrAny(), name) instanceof FeelType item ? FeelType.list(item) : null;
			case DATE -> Set.of("year", "month", "day", "weekday").contains(name) ? FeelType.NUMBER : null;
			case DURATION -> Set.of("days", "hours", "minutes", "seconds", "years", "months").contains(name) ? FeelType.NUMBER : null;
			case ANY, NOTHING, TIME -> FeelType.ANY;
			case BOOLEAN, NUMBER, TEXT -> null;
		};
	}

}
