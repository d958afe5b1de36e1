package vn.motcua.reporting.entry;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A row that a clerk added to a table that grows.
 *
 * @param values by the code of the column: text, plain decimal, ISO date, or the choice's words in Vietnamese
 * @param version version it stands at; of a change, the version the writer saw, 0 for a new row
 */
public record GrowingRow(String table, UUID id, int place, Map<String, String> values, int version) {

	/** The database keeps no zero sign. */
	public GrowingRow {
		values = values.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, value -> value.getValue().replace("\0", "")));
	}

	/** Name it has on the page, see {@link EntryInput}. */
	String field() {
		return "g." + table + "." + id;
	}

	/** A row whose values were all taken out is removed. */
	public boolean empty() {
		return values.values().stream().allMatch(String::isBlank);
	}

}
