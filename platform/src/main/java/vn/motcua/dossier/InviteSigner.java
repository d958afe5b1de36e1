package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.PersonalNumber;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/**
 * Asks somebody to fill in and sign a part of a draft.
 *
 * @param role id of the kind of signer in the form
 * @param place which of several, from 0
 * @param name what the applicant calls them
 * @param subject personal number or tax code; when given, nobody else can use the link
 * @param email where the link is sent, {@code null} when the applicant hands it over
 */
public record InviteSigner(String role, int place, String name, @Nullable String subject, @Nullable String email) {

	public InviteSigner {
		name = name.strip();
		subject = subject == null || subject.isBlank() ? null : subject.replaceAll("\\s", "");
		email = email == null || email.isBlank() ? null : email.strip();
		List<FieldProblem> problems = new ArrayList<>();
		if (name.length() < 2 || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
			problems.add(FieldProblem.of("/name", "dossier.signer.name"));
		}
		if (subject != null && !PersonalNumber.isWellFormed(subject) && !subject.matches("\\d{10}(-?\\d{3})?")) {
			problems.add(FieldProblem.of("/subject", "dossier.signer.subject"));
		}
		if (email != null && (email.length() > 120 || !email.matches("[^@\\s]{1,64}@[^@\\s]+[.][^@\\s]+"))) {
			problems.add(FieldProblem.of("/email", "dossier.signer.email"));
		}
		if (!problems.isEmpty()) {
			throw new ProblemException(CommonProblem.FIELDS, problems);
		}
	}

}
