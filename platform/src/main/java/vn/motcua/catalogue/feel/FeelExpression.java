package vn.motcua.catalogue.feel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.VariableReference;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** One parsed expression. Safe for many threads. */
public final class FeelExpression {

	private final @Nullable FeelEngineApi engine;

	private final @Nullable ParsedExpression expression;

	private final @Nullable Object constant;

	FeelExpression(FeelEngineApi engine, ParsedExpression expression) {
		this.engine = engine;
		this.expression = expression;
		this.constant = null;
	}

	private FeelExpression(Object constant) {
		this.engine = null;
		this.expression = null;
		this.constant = constant;
	}

	static FeelExpression constant(Object value) {
		return new FeelExpression(value);
	}

	/** True when the expression gives true; null, errors and everything else count as false. */
	public boolean holds(Map<String, Object> values) {
		return Boolean.TRUE.equals(value(values));
	}

	/**
	 * What the expression gives as plain Java: Boolean, Long, Double, String, LocalDate, List, Map; {@code null} for unknown, and
	 * where it takes too much time or memory.
	 */
	public @Nullable Object value(Map<String, Object> values) {
		if (expression == null || engine == null) {
			return constant;
		}
		try {
			EvaluationResult result = FeelBudget.within(() -> engine.evaluate(expression, values));
			return result.isSuccess() ? result.result() : null;
		}
		catch (StackOverflowError tooDeep) {
			return null;
		}
	}

	/** An amount in whole đồng, halves rounded up; empty while something it needs is unknown. */
	public OptionalLong amountVnd(Map<String, Object> values) {
		return switch (value(values)) {
			case Long whole -> OptionalLong.of(whole);
			case Integer whole -> OptionalLong.of(whole);
			case Number number -> OptionalLong.of(BigDecimal.valueOf(number.doubleValue()).setScale(0, RoundingMode.HALF_UP).longValue());
			case null, default -> OptionalLong.empty();
		};
	}

	/** Always true, whatever the answers are. */
	public boolean always() {
		return Boolean.TRUE.equals(constant);
	}

	/** The engine's tree, {@code null} for a constant. */
	@Nullable Exp tree() {
		return expression == null ? null : expression.expression();
	}

	/** Paths of the values the expression reads, each from its first name on. */
	public Set<List<String>> names() {
		if (expression == null) {
			return Set.of();
		}
		return expression.getVariableReferences().stream().map(VariableReference::getFullQualifiedName).map(List::copyOf).collect(Collectors.toSet());
	}

}
