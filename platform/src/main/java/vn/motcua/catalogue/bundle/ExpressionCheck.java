package vn.motcua.catalogue.bundle;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.feel.Feel;
import vn.motcua.catalogue.feel.FeelExpression;
import vn.motcua.catalogue.feel.FeelSyntaxException;

/** Whether expressions can be read and name only what there is. */
public final class ExpressionCheck {

	private final Source source;

	private final JsonNode form;

	private final Feel feel;

	private final List<Finding> findings;

	public ExpressionCheck(Source source, JsonNode form, Feel feel, List<Finding> findings) {
		this.source = source;
		this.form = form;
		this.feel = feel;
		this.findings = findings;
	}

	/** @param seen names the expression sees beside the answers */
	public void check(JsonNode written, String pointer, Set<String> seen) {
		if (written.isMissingNode()) {
			return;
		}
		try {
			FeelExpression expression = feel.expression(written.asString(""));
			for (List<String> name : expression.names()) {
				if (!seen.contains(name.getFirst()) && !FormPaths.known(form, name) && !local(written.asString(""), name.getFirst())) {
					findings.add(source.finding(pointer, "feel-unknown-name", "The form has no answer \"" + String.join(".", name) + "\"."));
				}
			}
		}
		catch (FeelSyntaxException unreadable) {
			findings.add(source.finding(pointer, "feel-syntax", "This is not FEEL: " + unreadable.getMessage()));
		}
	}

	/** A name that the expression makes itself: the variable of a "for", "some" or "every", or an entry of a context. */
	private static boolean local(String expression, String name) {
		return expression.matches("(?s).*\\b(for|some|every)\\b.*\\b" + name + "\\b +in\\b.*") || expression.matches("(?s).*[{,]\\s*" + name + "\\s*:.*")
				|| name.equals("item") && expression.contains("[");
	}

}
