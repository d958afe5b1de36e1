package vn.motcua.identity.access;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.ProblemCode;
import vn.motcua.kernel.problem.ProblemKind;

/** What each route asks of its caller, read from its annotations once. What names nothing is closed to everybody. */
@Component
class AccessRules {

	private final ConcurrentHashMap<Object, Rule> rules = new ConcurrentHashMap<>();

	/** A refusal that names another place. */
	private record Elsewhere(String code) implements ProblemCode {

		@Override
		public ProblemKind kind() {
			return ProblemKind.FORBIDDEN;
		}

	}

	/** Closed alternatives of what a route asks. */
	sealed interface Rule {

		/** Anybody. */
		record Open() implements Rule {
		}

		/** Whoever has the permission. @param otherwise problem of those who have not */
		record Needs(Permission permission, ProblemCode otherwise) implements Rule {
		}

		/** Nobody: the route names neither. */
		record Closed() implements Rule {
		}

	}

	Rule of(Object handler) {
		Object key = handler instanceof HandlerMethod method ? method.getMethod() : handler.getClass();
		Rule known = rules.get(key);
		return known != null ? known : rules.computeIfAbsent(key, unknown -> read(handler));
	}

	private static Rule read(Object handler) {
		if (handler instanceof HandlerMethod method) {
			return named(method.getMethod()).or(() -> named(method.getBeanType())).orElseGet(Rule.Closed::new);
		}
		return named(handler.getClass()).orElseGet(Rule.Closed::new);
	}

	private static Optional<Rule> named(java.lang.reflect.AnnotatedElement element) {
		RequiresPermission needed = AnnotatedElementUtils.findMergedAnnotation(element, RequiresPermission.class);
		if (needed != null) {
			return Optional.of(new Rule.Needs(needed.value(), new Elsewhere(needed.otherwise())));
		}
		return AnnotatedElementUtils.hasAnnotation(element, PublicAccess.class) ? Optional.of(new Rule.Open()) : Optional.empty();
	}

}
