package vn.motcua.site.component;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Ids of an input, its hint and its error, all made from the input's name. */
public final class FieldIds {

	private FieldIds() {
	}

	/** {@code answers[child.name]} → {@code answers-child-name}. */
	public static String of(String name) {
		String id = name.replaceAll("[^A-Za-z0-9_]+", "-");
		return id.endsWith("-") ? id.substring(0, id.length() - 1) : id;
	}

	/** True where there is nothing to say. */
	public static boolean none(@Nullable String words) {
		return words == null || words.isEmpty();
	}

	/** Value of {@code aria-describedby}, {@code null} where nothing describes the input. */
	public static @Nullable String describedBy(String id, @Nullable String help, @Nullable String error) {
		String ids = Stream.of(help == null ? "" : id + "-hint", none(error) ? "" : id + "-error").filter(part -> !part.isEmpty())
			.collect(Collectors.joining(" "));
		return ids.isEmpty() ? null : ids;
	}

}
