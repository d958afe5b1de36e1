package vn.motcua.dossier.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.AnswerNumbers;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** JSON merge patch (RFC 7396) of answers, within limits of size, depth and letters that the database can keep. */
final class MergePatch {

	/** Bytes of all answers of a draft. */
	static final int MOST_BYTES = 1024 * 1024;

	private static final int DEEPEST = 32;

	private MergePatch() {
	}

	static ObjectNode apply(ObjectNode answers, JsonNode patch) {
		if (!patch.isObject()) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/answers", "dossier.answers-object")));
		}
		requireKeepable("/answers", patch, 0);
		ObjectNode merged = answers.deepCopy();
		merge(merged, (ObjectNode) patch);
		requireSize(merged);
		return merged;
	}

	/** Refuses answers that come whole. */
	static ObjectNode checked(ObjectNode answers) {
		requireKeepable("/answers", answers, 0);
		requireSize(answers);
		return answers;
	}

	private static void requireSize(ObjectNode answers) {
		if (LedgerJson.write(answers).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
			throw new ProblemException(DossierProblem.ANSWERS_TOO_LARGE, "max", "1 MB");
		}
	}

	private static void merge(ObjectNode target, ObjectNode patch) {
		for (Map.Entry<String, JsonNode> member : patch.properties()) {
			JsonNode value = member.getValue();
			if (value.isNull()) {
				target.remove(member.getKey());
			}
			else if (value.isObject()) {
				JsonNode present = target.get(member.getKey());
				ObjectNode inner = present != null && present.isObject() ? (ObjectNode) present : LedgerJson.object();
				target.set(member.getKey(), inner);
				merge(inner, (ObjectNode) value);
			}
			else {
				target.set(member.getKey(), value.deepCopy());
			}
		}
	}

	private static void requireKeepable(String pointer, JsonNode node, int depth) {
		if (depth > DEEPEST) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/answers", "dossier.answers-depth", "max", DEEPEST)));
		}
		if (node.isNumber() && AnswerNumbers.of(node) == null) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, "dossier.number-size")));
		}
		if (node.isString() && !keepable(node.asString())) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, "dossier.letters")));
		}
		if (node.isObject()) {
			for (Map.Entry<String, JsonNode> member : node.properties()) {
				if (!keepable(member.getKey()) || member.getKey().length() > 200) {
					throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, "dossier.letters")));
				}
				requireKeepable(pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"), member.getValue(), depth + 1);
			}
		}
		for (int i = 0; node.isArray() && i < node.size(); i++) {
			requireKeepable(pointer + "/" + i, node.get(i), depth + 1);
		}
	}

	/** The database keeps no NUL and no half of a surrogate pair. */
	private static boolean keepable(String text) {
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			if (letter == 0 || Character.isSurrogate(letter) && !pair(text, i)) {
				return false;
			}
		}
		return true;
	}

	private static boolean pair(String text, int at) {
		return Character.isHighSurrogate(text.charAt(at)) ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
				: at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
	}

}
