package vn.motcua.onestop.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.dossier.DossierView;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.onestop.Consultations;
import vn.motcua.onestop.Consultations.Question;
import vn.motcua.onestop.OnestopProblem;
import vn.motcua.site.Page;

/** What a question to another agency and its answer must have. */
@Component
class QuestionRules {

	private static final int LONGEST = 2_000;

	private static final int MOST_FILES = 5;

	private final Agencies agencies;

	private final Clock clock;

	QuestionRules(Agencies agencies, Clock clock) {
		this.agencies = agencies;
		this.clock = clock;
	}

	/** The agency that is asked, as it is today. */
	Agency require(DossierView dossier, Question question, long waiting, Actor officer) {
		List<FieldProblem> problems = new ArrayList<>();
		Agency asked = agencies.find(question.asked(), LocalDate.ofInstant(clock.instant(), Page.ZONE)).orElse(null);
		if (asked == null || question.asked().equals(officer.agency())) {
			problems.add(FieldProblem.of("/co-quan", asked == null ? "onestop.agency-unknown" : "onestop.agency-own"));
		}
		words("/cau-hoi", question.words(), problems);
		if (question.workingDays() < 1 || question.workingDays() > Consultations.LONGEST_DAYS) {
			problems.add(FieldProblem.of("/so-ngay", "onestop.days", "max", Consultations.LONGEST_DAYS));
		}
		if (!question.papers().stream().allMatch(paper -> dossier.files().stream().anyMatch(file -> file.fileId().equals(paper)))) {
			problems.add(FieldProblem.of("/giay", "onestop.papers-unknown"));
		}
		if (waiting >= Consultations.MOST_WAITING) {
			problems.add(FieldProblem.of("/co-quan", "onestop.too-many-asked", "max", Consultations.MOST_WAITING));
		}
		refuse(problems);
		return asked;
	}

	void requireAnswer(String opinion, int files) {
		List<FieldProblem> problems = new ArrayList<>();
		words("/y-kien", opinion, problems);
		if (files > MOST_FILES) {
			problems.add(FieldProblem.of("/tep", "onestop.too-many-files", "max", MOST_FILES));
		}
		refuse(problems);
	}

	private static void words(String pointer, String words, List<FieldProblem> problems) {
		if (words.isBlank()) {
			problems.add(FieldProblem.of(pointer, "onestop.needed" + pointer.replace('/', '.')));
		}
		else if (words.length() > LONGEST) {
			problems.add(FieldProblem.of(pointer, "onestop.too-long", "max", LONGEST));
		}
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new ProblemException(OnestopProblem.INCOMPLETE, problems);
		}
	}

}
