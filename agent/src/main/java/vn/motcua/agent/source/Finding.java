package vn.motcua.agent.source;

/**
 * Something in the source that cannot become a line, and where.
 *
 * @param source name of the file, or {@code jdbc}
 * @param row number of the row as people count it in that file, 0 for the whole file
 * @param column the column, empty for the whole row
 * @param rule code of the rule, see {@code messages/agent_en.properties}
 * @param value what stands there, cut; never what names a person
 */
public record Finding(String source, long row, String column, String rule, String value) {

	private static final int LONGEST = 200;

	/** Cuts the value. */
	public Finding {
		value = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
	}

}
