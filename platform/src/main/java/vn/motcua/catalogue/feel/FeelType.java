package vn.motcua.catalogue.feel;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What an expression can give.
 *
 * @param members of a context, by name
 * @param item of a list
 * @param options the only values a text can have; empty for any
 */
public record FeelType(Kind kind, Map<String, FeelType> members, @Nullable FeelType item, Set<String> options) {

	public enum Kind {
		ANY("anything"), BOOLEAN("true or false"), NUMBER("a number"), TEXT("a text"), DATE("a date"), TIME("a time"), DURATION("a duration"),
		CONTEXT("a context"), LIST("a list"), NOTHING("nothing");

		private final String words;

		Kind(String words) {
			this.words = words;
		}

		public String words() {
			return words;
		}

	}

	public static final FeelType ANY = of(Kind.ANY);

	public static final FeelType BOOLEAN = of(Kind.BOOLEAN);

	public static final FeelType NUMBER = of(Kind.NUMBER);

	public static final FeelType TEXT = of(Kind.TEXT);

	public static final FeelType DATE = of(Kind.DATE);

	public static final FeelType DURATION = of(Kind.DURATION);

	public static FeelType of(Kind kind) {
		return new FeelType(kind, Map.of(), null, Set.of());
	}

	public static FeelType context(Map<String, FeelType> members) {
		return new FeelType(Kind.CONTEXT, Map.copyOf(members), null, Set.of());
	}

	public static FeelType list(FeelType item) {
		return new FeelType(Kind.LIST, Map.of(), item, Set.of());
	}

	public static FeelType oneOf(Set<String> options) {
		return new FeelType(Kind.TEXT, Map.of(), null, Set.copyOf(options));
	}

	boolean is(Kind other) {
		return kind == other || kind == Kind.ANY || kind == Kind.NOTHING;
	}

	FeelType itemOrAny() {
		return item == null ? ANY : item;
	}

}
