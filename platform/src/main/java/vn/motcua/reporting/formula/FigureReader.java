package vn.motcua.reporting.formula;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.formula.FormulaReader.Wrong;
import vn.motcua.reporting.formula.FormulaWords.Word;

/** The figures that a formula names: they must exist, and those added or compared should be of one unit. */
final class FigureReader {

	private static final int MOST = 400;

	private final FormulaNames names;

	private final List<FormulaFinding> findings;

	private final Set<Reference> references = new LinkedHashSet<>();

	FigureReader(FormulaNames names, List<FormulaFinding> findings) {
		this.names = names;
		this.findings = findings;
	}

	Set<Reference> references() {
		return references;
	}

	Node one(Word name, @Nullable Word parts, Reference.When when) {
		IndicatorCode indicator = indicator(name);
		Breakdown breakdown = parts == null ? Breakdown.WHOLE : breakdown(parts);
		if (!names.has(indicator, breakdown)) {
			throw new Wrong(FormulaFinding.error(name.at(), "no-cell", "figure", new Reference(indicator, breakdown, when).toString()));
		}
		return figure(new Reference(indicator, breakdown, when), name);
	}

	/** Every part that agrees with what is written, {@code *} standing for any item. */
	List<Node> many(Word name, Word parts) {
		IndicatorCode indicator = indicator(name);
		List<String> wanted = Stream.of(parts.text().split(",")).map(String::strip).sorted().toList();
		List<Node> nodes = names.parts(indicator).stream().filter(part -> agrees(part, wanted)).sorted()
			.map(part -> figure(new Reference(indicator, part, Reference.When.NOW), name)).toList();
		if (nodes.isEmpty()) {
			throw new Wrong(FormulaFinding.error(parts.at(), "no-cell", "figure", name.text() + "[" + parts.text() + "]"));
		}
		return nodes;
	}

	void sameUnit(Node left, Node right, int at) {
		@Nullable String a = unit(left);
		@Nullable String b = unit(right);
		if (a != null && b != null && !a.equals(b)) {
			findings.add(new FormulaFinding(at, "units", Map.of("one", a, "other", b), true));
		}
	}

	/** {@code null} where units change or do not matter. */
	private @Nullable String unit(Node node) {
		return switch (node) {
			case Node.Figure figure -> names.unit(figure.reference().indicator());
			case Node.Arithmetic sum when sum.sign() == Node.Sign.PLUS || sum.sign() == Node.Sign.MINUS -> unit(sum.left()) == null ? unit(sum.right()) : unit(sum.left());
			case Node.Gathered gathered -> unit(gathered.of().getFirst());
			case Node.Absolute absolute -> unit(absolute.inner());
			case Node.Rounded rounded -> unit(rounded.inner());
			case Node.Arithmetic _, Node.Constant _, Node.Comparison _, Node.Junction _, Node.Not _, Node.Missing _, Node.Choice _ -> null;
		};
	}

	private Node figure(Reference reference, Word name) {
		references.add(reference);
		if (references.size() > MOST) {
			throw new Wrong(FormulaFinding.error(name.at(), "too-many-figures", "max", MOST));
		}
		return new Node.Figure(reference);
	}

	private IndicatorCode indicator(Word name) {
		try {
			IndicatorCode code = new IndicatorCode(name.text());
			if (names.known(code)) {
				return code;
			}
		}
		catch (IllegalArgumentException malformed) {
			// refused below
		}
		throw new Wrong(FormulaFinding.error(name.at(), "no-indicator", "name", name.text()));
	}

	private static Breakdown breakdown(Word parts) {
		try {
			return new Breakdown(parts.text().replace(" ", ""));
		}
		catch (IllegalArgumentException malformed) {
			throw new Wrong(FormulaFinding.error(parts.at(), "breakdown", "text", parts.text()));
		}
	}

	private static boolean agrees(Breakdown part, List<String> wanted) {
		String[] items = part.value().split(",");
		if (items.length != wanted.size()) {
			return false;
		}
		for (int at = 0; at < items.length; at++) {
			String want = wanted.get(at);
			boolean any = want.endsWith("=*") && items[at].startsWith(want.substring(0, want.length() - 1));
			if (!any && !items[at].equals(want)) {
				return false;
			}
		}
		return true;
	}

}
