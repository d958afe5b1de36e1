package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Template;

/**
 * A part that a cell asks for and no dimension has: figures of it would be nobody's.
 *
 * @param part as it is written, {@code SEX=X}
 * @param possible what there is instead: items of the dimension, or all dimensions where there is no such dimension
 */
record UnknownPart(String table, String row, String column, String part, String possible) {

	static List<UnknownPart> in(Template template, List<Dimension> dimensions) {
		List<UnknownPart> unknown = new ArrayList<>();
		for (Template.Table table : template.tables()) {
			for (Template.TableCell cell : table.cells()) {
				of(cell.breakdown(), dimensions).ifPresent(part -> unknown.add(new UnknownPart(table.code(), cell.row(), cell.column(), part.part(), part.possible())));
			}
		}
		return unknown;
	}

	/** The first part of a breakdown that is unknown, in no place. */
	static Optional<UnknownPart> of(Breakdown breakdown, List<Dimension> dimensions) {
		return breakdown.whole() ? Optional.empty() : Arrays.stream(breakdown.value().split(",")).flatMap(part -> unknown(part, dimensions)).findFirst();
	}

	Map<String, Object> values() {
		return Map.of("table", table, "row", row, "column", column, "part", part, "possible", possible);
	}

	private static Stream<UnknownPart> unknown(String part, List<Dimension> dimensions) {
		String[] named = part.split("=", 2);
		Optional<Dimension> dimension = dimensions.stream().filter(one -> one.code().equals(named[0])).findFirst();
		if (dimension.stream().flatMap(one -> one.items().stream()).anyMatch(item -> item.code().equals(named[1]))) {
			return Stream.empty();
		}
		Stream<String> possible = dimension.map(one -> one.items().stream().map(item -> one.code() + "=" + item.code())).orElseGet(() -> dimensions.stream().map(Dimension::code));
		return Stream.of(new UnknownPart("", "", "", part, possible.collect(Collectors.joining(", "))));
	}

}
