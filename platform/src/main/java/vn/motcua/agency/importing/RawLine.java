package vn.motcua.agency.importing;

import java.util.Map;

/**
 * A line as it stands in the file.
 *
 * @param number line in the file, the heading is 1
 */
record RawLine(int number, Map<Column, String> fields) {

	String get(Column column) {
		return fields.getOrDefault(column, "");
	}

}
