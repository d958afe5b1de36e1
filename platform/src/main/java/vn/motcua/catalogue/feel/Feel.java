package vn.motcua.catalogue.feel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

import vn.motcua.catalogue.ServiceVersion.PriceTable;

/**
 * The expressions of one bundle: FEEL with the platform's functions and the bundle's own tables. An expression is parsed
 * when it is first asked for and kept.
 */
public final class Feel {

	private static final int LONGEST = 4_000;

	private static final int DEEPEST = 20;

	private final FeelEngineApi engine;

	private final ConcurrentMap<String, FeelExpression> parsed = new ConcurrentHashMap<>();

	public Feel(Map<String, PriceTable> tables, AreaRule areas) {
		this.engine = FeelEngineBuilder.forJava().withFunctionProvider(new BundleFunctions(tables, areas)).withCustomValueMapper(new FeelBudget()).build();
	}

	/**
	 * A readable expression.
	 * @throws FeelSyntaxException when the text is not FEEL
	 */
	public FeelExpression expression(String text) {
		FeelExpression known = parsed.get(text);
		return known != null ? known : parsed.computeIfAbsent(text, this::parse);
	}

	/** Names of the functions that bundles have beside FEEL's own. */
	public static List<String> functions() {
		return BundleFunctions.NAMES;
	}

	private FeelExpression parse(String text) {
		switch (text.strip()) {
			case "true":
				return FeelExpression.constant(true);
			case "false":
				return FeelExpression.constant(false);
			default:
		}
		if (text.length() > LONGEST) {
			throw new FeelSyntaxException("an expression has at most " + LONGEST + " characters");
		}
		ParseResult result = parsed(text);
		if (result.isFailure()) {
			throw new FeelSyntaxException(result.failure().message().replaceAll("\\s+", " "));
		}
		FeelLimits.check(result.parsedExpression().expression());
		return new FeelExpression(engine, result.parsedExpression());
	}

	private ParseResult parsed(String text) {
		int open = 0;
		for (int at = 0; at < text.length(); at++) {
			open += "([{".indexOf(text.charAt(at)) >= 0 ? 1 : ")]}".indexOf(text.charAt(at)) >= 0 ? -1 : 0;
			if (open > DEEPEST) {
				throw new FeelSyntaxException("brackets stand at most " + DEEPEST + " inside each other");
			}
		}
		try {
			return engine.parseExpression(text);
		}
		catch (StackOverflowError tooDeep) {
			throw new FeelSyntaxException("the expression is too long a chain");
		}
	}

}
