package vn.motcua.agent.mapping;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.motcua.agent.source.Columns;
import vn.motcua.agent.source.Row;

/**
 * Where a member of a line comes from: a column, or always the same value.
 *
 * @param column the column, {@code null} when the value is always the same
 * @param constant that value
 * @param part what of the cell counts, {@code null} for all of it; a letter or digit right beside it is a finding
 * @param values what the column's values mean, by {@link Columns#plain}; empty when they are taken as they are
 * @param otherwise what any other value and an empty cell mean, {@code null} when another value is a finding and an empty cell says nothing
 * @param formats how moments are written, empty for the usual ways
 * @param time the time of a moment that is only a day
 * @param optional whether a source without the column says nothing of it, instead of not being read
 */
public record ColumnRule(@Nullable String column, @Nullable String constant, @Nullable Pattern part, Map<String, String> values, @Nullable String otherwise,
		List<DateTimeFormatter> formats, LocalTime time, boolean optional) {

	/** One whose column every source must have. */
	public ColumnRule(@Nullable String column, @Nullable String constant, @Nullable Pattern part, Map<String, String> values, @Nullable String otherwise,
			List<DateTimeFormatter> formats, LocalTime time) {
		this(column, constant, part, values, otherwise, formats, time, false);
	}

	/** A column taken as it is. */
	public static ColumnRule of(String column) {
		return new ColumnRule(column, null, null, Map.of(), null, List.of(), LocalTime.MIDNIGHT);
	}

	/** Always the same. */
	public static ColumnRule always(String value) {
		return new ColumnRule(null, value, null, Map.of(), null, List.of(), LocalTime.MIDNIGHT);
	}

	String name() {
		return column == null ? "" : column;
	}

	/** The rule that a row's value breaks which has no meaning here. */
	String broken(Row row) {
		if (part == null) {
			return "unmapped";
		}
		String text = row.text(name());
		Matcher found = part.matcher(text);
		return !found.find() ? "part" : cut(text, found) ? "part-cut" : "unmapped";
	}

	/** Whether a word or a number goes on where the expression ends, so that what it found may be another code. */
	private static boolean cut(String text, Matcher found) {
		return found.start() > 0 && Character.isLetterOrDigit(text.codePointBefore(found.start())) || found.end() < text.length() && Character.isLetterOrDigit(text.codePointAt(found.end()));
	}

	/** What the row says, empty when nothing, {@code null} when the value has no meaning here. */
	@Nullable String value(Row row) {
		if (column == null) {
			return constant;
		}
		String text = row.text(column);
		if (part != null && !text.isEmpty()) {
			Matcher found = part.matcher(text);
			if (!found.find()) {
				return otherwise;
			}
			if (cut(text, found)) {
				return null;
			}
			text = found.group();
		}
		if (text.isEmpty()) {
			return values.getOrDefault("", otherwise == null ? "" : otherwise);
		}
		return values.isEmpty() ? text : values.getOrDefault(Columns.plain(text), otherwise);
	}

}
