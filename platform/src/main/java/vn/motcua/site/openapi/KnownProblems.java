package vn.motcua.site.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

import vn.motcua.kernel.problem.ProblemCode;
import vn.motcua.kernel.problem.ProblemKind;
import vn.motcua.site.Messages;

/** The refusals every module knows, by module and status, with their words. */
final class KnownProblems {

	private static final String COMMON = "kernel";

	private final Map<String, List<ProblemCode>> byModule = new TreeMap<>();

	private final Messages messages;

	KnownProblems(Messages messages) {
		this.messages = messages;
		ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
		scan.addIncludeFilter(new AssignableTypeFilter(ProblemCode.class));
		scan.findCandidateComponents("vn.motcua").forEach(found -> add(ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null)));
	}

	private void add(Class<?> type) {
		if (type.getEnumConstants() instanceof ProblemCode[] codes) {
			byModule.computeIfAbsent(type.getPackageName().split("\\.")[2], any -> new ArrayList<>()).addAll(List.of(codes));
		}
	}

	/** Codes of these modules and those all share, with one kind of refusal. */
	Set<String> codes(Set<String> modules, ProblemKind kind) {
		Set<String> codes = new TreeSet<>();
		byModule.forEach((module, known) -> known.stream().filter(code -> code.kind() == kind && (module.equals(COMMON) || modules.contains(module)))
			.forEach(code -> codes.add(code.code())));
		return codes;
	}

	String words(String code) {
		return messages.text(Locale.ENGLISH, "problem." + code);
	}

}
