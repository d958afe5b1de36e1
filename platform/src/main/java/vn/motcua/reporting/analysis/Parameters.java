package vn.motcua.reporting.analysis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Parameters of an address, each with its values. */
public final class Parameters {

	private Parameters() {
	}

	/** Of the part after the question mark, as {@link Question#query} writes it. */
	public static Map<String, String[]> of(String query) {
		Map<String, String[]> parameters = new LinkedHashMap<>();
		for (String part : query.split("&")) {
			int equals = part.indexOf('=');
			if (equals > 0) {
				parameters.merge(part.substring(0, equals), new String[] { decoded(part.substring(equals + 1)) }, Parameters::joined);
			}
		}
		return parameters;
	}

	/** The first value of a name, without blanks around it. */
	public static String one(Map<String, String[]> given, String name, String otherwise) {
		String @Nullable [] values = given.get(name);
		return values == null || values.length == 0 ? otherwise : values[0].strip();
	}

	private static String decoded(String value) {
		try {
			return URLDecoder.decode(value, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException noCode) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
	}

	private static String[] joined(String[] some, String[] more) {
		String[] all = Arrays.copyOf(some, some.length + more.length);
		System.arraycopy(more, 0, all, some.length, more.length);
		return all;
	}

}
