package vn.motcua.kernel.paging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** The sort keys of the last item seen, opaque outside: base64url of the keys joined by unit separators. */
public record Cursor(List<String> keys) {

	private static final String SEPARATOR = "\u001f";

	public static Cursor of(Object... keys) {
		return new Cursor(java.util.Arrays.stream(keys).map(String::valueOf).toList());
	}

	public String encoded() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
	}

	/** One of the keys as what it was; refused when it never was one. */
	public <T> T key(int at, Function<String, T> reader) {
		try {
			return reader.apply(keys.get(at));
		}
		catch (IllegalArgumentException | DateTimeException notOurs) {
			throw refused();
		}
	}

	/** The place a caller sent back, {@code null} for the beginning; refused when it is not one of ours. */
	public static @Nullable Cursor decode(@Nullable String encoded, int keyCount) {
		if (encoded == null || encoded.isEmpty()) {
			return null;
		}
		try {
			String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
			List<String> keys = List.of(text.split(SEPARATOR, -1));
			if (keys.size() == keyCount && encoded.length() <= 512 && text.indexOf('\0') < 0) {
				return new Cursor(keys);
			}
		}
		catch (IllegalArgumentException notOurs) {
			// refused below
		}
		throw refused();
	}

	private static ProblemException refused() {
		return new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/after", "common.cursor")));
	}

}
