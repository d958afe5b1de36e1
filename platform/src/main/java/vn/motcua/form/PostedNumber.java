package vn.motcua.form;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A number as people type it: {@code 1.234.567}, {@code 1 234 567}, {@code 1,234,567}, {@code 12,5}. What is no number stays
 * text, so that the page can show it again.
 */
final class PostedNumber {

	private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(?:[.,   ]\\d{3})+");

	private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

	private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}[.,]\\d{1,9}");

	private PostedNumber() {
	}

	static JsonNode read(String text, boolean whole) {
		JsonNodeFactory nodes = JsonNodeFactory.instance;
		boolean grouped = GROUPED.matcher(text).matches() && (whole || text.chars().filter(sign -> ".,   ".indexOf(sign) >= 0).count() > 1);
		String digits = grouped ? text.replaceAll("[.,   ]", "") : text;
		if (WHOLE.matcher(digits).matches()) {
			return nodes.numberNode(Long.parseLong(digits));
		}
		return DECIMAL.matcher(text).matches() ? nodes.numberNode(new BigDecimal(text.replace(',', '.'))) : nodes.stringNode(text);
	}

}
