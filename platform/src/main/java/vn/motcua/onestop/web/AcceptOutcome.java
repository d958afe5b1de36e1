package vn.motcua.onestop.web;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.problem.ProblemCode;

/**
 * What became of one dossier of several that were accepted at once.
 *
 * @param refusal why it was not accepted, {@code null} when it was
 */
public record AcceptOutcome(String code, @Nullable ProblemCode refusal, Map<String, Object> values) {
}
