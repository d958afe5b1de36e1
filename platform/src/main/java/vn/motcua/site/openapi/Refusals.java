package vn.motcua.site.openapi;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.web.method.HandlerMethod;

import vn.motcua.kernel.problem.ProblemKind;

/** Which refusals an operation can answer with, written once for operations that share them. */
final class Refusals {

	private final KnownProblems known;

	private final Map<String, Object> responses = new TreeMap<>();

	Refusals(KnownProblems known) {
		this.known = known;
	}

	/** Everything written so far, for the components of the document. */
	Map<String, Object> all() {
		return responses;
	}

	/**
	 * References by status.
	 *
	 * @param method HTTP method
	 * @param closed it needs a permission
	 * @param input it takes parameters or a body
	 * @param body it takes a body
	 */
	Map<String, Object> of(String path, String method, HandlerMethod handler, boolean closed, boolean input, boolean body) {
		Set<ProblemKind> kinds = EnumSet.of(ProblemKind.TOO_MANY, ProblemKind.UNAVAILABLE);
		boolean writes = !method.equals("GET");
		add(kinds, closed, ProblemKind.UNAUTHENTICATED, ProblemKind.FORBIDDEN);
		add(kinds, path.contains("{"), ProblemKind.NOT_FOUND);
		add(kinds, input, ProblemKind.UNREADABLE, ProblemKind.FIELDS);
		add(kinds, body, ProblemKind.TOO_LARGE);
		add(kinds, writes, ProblemKind.STATE, ProblemKind.UPSTREAM);
		Set<String> modules = new TreeSet<>(List.of(path.split("/")[2], handler.getBeanType().getPackageName().split("\\.")[2]));
		Map<String, Object> references = new TreeMap<>();
		for (ProblemKind kind : kinds) {
			Set<String> codes = known.codes(modules, kind);
			boolean always = kind == ProblemKind.TOO_MANY || kind == ProblemKind.UNAVAILABLE || kind == ProblemKind.UNREADABLE;
			if (!codes.isEmpty() || always) {
				references.put(String.valueOf(kind.status()), Map.of("$ref", "#/components/responses/" + name(modules, kind, codes)));
			}
		}
		return references;
	}

	private String name(Set<String> modules, ProblemKind kind, Set<String> codes) {
		String name = String.join("-", modules) + "-" + kind.status();
		responses.computeIfAbsent(name, any -> response(kind, codes));
		return name;
	}

	private Object response(ProblemKind kind, Set<String> codes) {
		Map<String, Object> problem = Map.of("$ref", "#/components/schemas/Problem");
		Object schema = codes.isEmpty() ? problem
				: Map.of("allOf", List.of(problem, Map.of("type", "object", "properties", Map.of("code", Map.of("type", "string", "enum", List.copyOf(codes))))));
		String description = title(kind) + codes.stream().map(code -> "\n- `" + code + "`: " + known.words(code)).collect(Collectors.joining());
		return Map.of("description", description, "content", Map.of("application/problem+json", Map.of("schema", schema)));
	}

	private static String title(ProblemKind kind) {
		return switch (kind) {
			case UNREADABLE -> "The request cannot be read.";
			case UNAUTHENTICATED -> "Nobody is signed in, or the token does not hold.";
			case FORBIDDEN -> "The permission is missing.";
			case NOT_FOUND -> "There is no such thing, or it is another's.";
			case STATE -> "Its state does not allow it.";
			case TOO_LARGE -> "The request is too large.";
			case FIELDS -> "Fields are refused; errors names each.";
			case TOO_MANY -> "Too many requests; Retry-After says when to come back.";
			case UPSTREAM -> "Another system did not answer.";
			case UNAVAILABLE -> "The platform cannot answer now.";
		};
	}

	private static void add(Set<ProblemKind> kinds, boolean when, ProblemKind... more) {
		if (when) {
			kinds.addAll(List.of(more));
		}
	}

}
