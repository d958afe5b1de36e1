package vn.motcua.catalogue.bundle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.PriceTable;

/** The fees of {@code service.yaml}: tables and columns that exist, groups and places of the form, expressions that can be read. */
final class FeeCheck {

	private static final Set<String> SEEN = Set.of("today", "channel", "case");

	private static final Set<String> SEEN_WITH_ITEM = Set.of("today", "channel", "case", "item");

	private final Source source;

	private final ServiceVersion service;

	private final ExpressionCheck expressions;

	private final List<Finding> findings;

	private @Nullable String group;

	FeeCheck(Source source, ServiceVersion service, ExpressionCheck expressions, List<Finding> findings) {
		this.source = source;
		this.service = service;
		this.expressions = expressions;
		this.findings = findings;
	}

	void check(JsonNode fee, String at) {
		group = fee.has("each") ? fee.path("each").asString("") : null;
		expressions.check(fee.path("when"), at + "/when", SEEN);
		if (fee.has("each") && !FormPaths.kind(service.form(), fee.path("each").asString("")).equals("group")) {
			add(at + "/each", "fee-group", "The form has no group \"" + fee.path("each").asString("") + "\".");
		}
		if (fee.has("base") && fee.has("amount")) {
			add(at + "/amount", "fee-base-twice", "\"amount\" is the former name of \"base\"; write only base.");
		}
		if (fee.has("local") && !fee.has("base") && !fee.has("amount")) {
			add(at + "/local", "fee-local-base", "A local amount takes the place of the base; this fee has no base.");
		}
		if (!fee.has("exempt")) {
			add(at, "fee-exempt", "Say who pays nothing under exempt; \"exempt: []\" when the law names nobody.");
		}
		if (!fee.path("valid").has("from")) {
			add(at, "fee-valid", "Say from which day the fee holds: valid: {from: …}.");
		}
		place(fee, at);
		Set<String> seen = fee.has("each") ? SEEN_WITH_ITEM : SEEN;
		for (String name : List.of("base", "amount", "cap", "times")) {
			value(fee.path(name), at + "/" + name, seen);
		}
		each(fee.path("per_unit"), at + "/per_unit", seen, List.of("amount", "units"));
		each(fee.path("percentage"), at + "/percentage", seen, List.of("of", "rate"));
		each(fee.path("reductions"), at + "/reductions", seen, List.of("when", "percent", "amount"));
		each(fee.path("exempt"), at + "/exempt", seen, List.of("when"));
	}

	private void place(JsonNode fee, String at) {
		String place = fee.path("place").asString("");
		if (!place.isEmpty() && !FormPaths.kind(service.form(), place).equals("address")) {
			add(at + "/place", "fee-place", "The form has no address at \"" + place + "\".");
		}
	}

	private void each(JsonNode written, String at, Set<String> seen, List<String> values) {
		if (written.isArray()) {
			for (int index = 0; index < written.size(); index++) {
				each(written.get(index), at + "/" + index, seen, values);
			}
			return;
		}
		values.forEach(name -> value(written.path(name), at + "/" + name, seen));
	}

	private void value(JsonNode written, String at, Set<String> seen) {
		if (!written.isObject()) {
			expressions.check(written, at, seen, group);
			return;
		}
		PriceTable table = service.tables().get(written.path("table").asString(""));
		if (table == null) {
			add(at + "/table", "unknown-table", "The service has no table \"" + written.path("table").asString("") + "\".");
			return;
		}
		Set<String> columns = new HashSet<>(table.columns());
		if (!columns.contains(written.path("value").asString(""))) {
			add(at + "/value", "unknown-column", "The table \"" + table.id() + "\" has no column \"" + written.path("value").asString("") + "\".");
		}
		written.path("where").properties().forEach(column -> {
			String pointer = Source.child(at + "/where", column.getKey());
			if (!columns.contains(column.getKey())) {
				add(pointer, "unknown-column", "The table \"" + table.id() + "\" has no column \"" + column.getKey() + "\".");
			}
			expressions.check(column.getValue(), pointer, seen, group);
		});
	}

	private void add(String pointer, String rule, String message) {
		findings.add(source.finding(pointer, rule, message));
	}

}
