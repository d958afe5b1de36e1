package vn.motcua.reporting.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A compiled formula. */
public final class Formula {

	private static final int LONGEST = 2_000;

	private final String text;

	private final Node node;

	private final Set<Reference> references;

	private Formula(String text, Node node, Set<Reference> references) {
		this.text = text;
		this.node = node;
		this.references = Set.copyOf(references);
	}

	/** What came of a text: a formula unless a finding is no warning. */
	public record Compiled(Optional<Formula> formula, List<FormulaFinding> findings) {
	}

	/** A formula that gives a number. */
	public static Compiled number(String text, FormulaNames names) {
		return compile(text, names, Node.Type.NUMBER);
	}

	/** A rule that holds or not. */
	public static Compiled rule(String text, FormulaNames names) {
		return compile(text, names, Node.Type.TRUTH);
	}

	private static Compiled compile(String text, FormulaNames names, Node.Type wanted) {
		List<FormulaFinding> findings = new ArrayList<>();
		if (text.length() > LONGEST) {
			findings.add(FormulaFinding.error(LONGEST, "too-long", "max", LONGEST));
			return new Compiled(Optional.empty(), findings);
		}
		FigureReader figures = new FigureReader(names, findings);
		try {
			Optional<Node> node = FormulaWords.of(text, findings).map(words -> new FormulaReader(words, figures).read());
			if (node.isPresent() && node.get().type() != wanted) {
				findings.add(FormulaFinding.error(0, wanted == Node.Type.NUMBER ? "number" : "truth", "word", text.strip()));
				node = Optional.empty();
			}
			return new Compiled(node.map(whole -> new Formula(text, whole, figures.references())), List.copyOf(findings));
		}
		catch (FormulaReader.Wrong wrong) {
			findings.add(wrong.finding);
			return new Compiled(Optional.empty(), List.copyOf(findings));
		}
	}

	/** {@code null} when it is missing. */
	public @Nullable BigDecimal number(Figures figures) {
		return node.number(figures);
	}

	/** {@code null} when a figure it needs is missing. */
	public @Nullable Boolean truth(Figures figures) {
		return node.truth(figures);
	}

	/** For a page's script: see {@link FormulaTree}. */
	public Object tree(java.util.function.Function<Reference, Object> figure) {
		return FormulaTree.lists(node, figure);
	}

	/** As a formula of a spreadsheet; {@code null} when a figure has no address there. */
	public @Nullable String spreadsheet(java.util.function.Function<Reference, @Nullable String> address) {
		return FormulaTree.spreadsheet(node, address);
	}

	public Set<Reference> references() {
		return references;
	}

	public String text() {
		return text;
	}

	@Override
	public String toString() {
		return text;
	}

}
