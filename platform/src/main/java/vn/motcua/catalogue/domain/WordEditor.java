package vn.motcua.catalogue.domain;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.catalogue.CatalogueProblem;
import vn.motcua.catalogue.SearchWords;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Adds and removes words; each change is in the record of access. */
@Service
class WordEditor implements SearchWords {

	private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private final SearchStore store;

	private final PublishedCatalogue catalogue;

	private final ObjectProvider<AuditTrail> audit;

	private final Clock clock;

	WordEditor(SearchStore store, PublishedCatalogue catalogue, ObjectProvider<AuditTrail> audit, Clock clock) {
		this.store = store;
		this.catalogue = catalogue;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public List<Added> all() {
		return store.words(MOST);
	}

	@Override
	public List<Asked> asked(LocalDate since, boolean inVain) {
		return store.asked(since, inVain);
	}

	@Override
	@Transactional
	public void add(String phrase, String meaning, Actor editor) {
		String says = clean(phrase);
		String means = clean(meaning);
		List<FieldProblem> problems = new ArrayList<>();
		check(problems, "/phrase", says, LONGEST_PHRASE);
		check(problems, "/meaning", means, LONGEST_MEANING);
		if (problems.isEmpty() && says.equals(means)) {
			problems.add(FieldProblem.of("/meaning", "catalogue.word-same"));
		}
		if (problems.isEmpty() && means.matches("[\\d.]+") && !inForce(means)) {
			problems.add(FieldProblem.of("/meaning", "catalogue.word-code"));
		}
		if (!problems.isEmpty()) {
			throw new ProblemException(CommonProblem.FIELDS, problems);
		}
		if (store.words(MOST).size() >= MOST) {
			throw new ProblemException(CatalogueProblem.TOO_MANY_WORDS, "max", MOST);
		}
		if (!store.add(says, means, clock.instant(), editor.account(), editor.name())) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/phrase", "catalogue.word-known")));
		}
		record(editor, says + " = " + means, "catalogue.audit.word-added");
	}

	@Override
	@Transactional
	public void remove(long id, Actor editor) {
		String removed = store.remove(id).orElseThrow(() -> new ProblemException(CatalogueProblem.NO_SUCH_WORD));
		record(editor, removed, "catalogue.audit.word-removed");
	}

	private boolean inForce(String code) {
		return ProcedureCode.isWellFormed(code) && catalogue.find(new ProcedureCode(code), LocalDate.now(clock.withZone(ZONE))).isPresent();
	}

	private void record(Actor editor, String word, String purpose) {
		audit.ifAvailable(trail -> trail.record(new AccessRecord(editor, AuditAction.SEARCH_WORDS_CHANGED, word, null, purpose)));
	}

	private static void check(List<FieldProblem> problems, String field, String text, int longest) {
		if (text.length() < 2 || text.length() > longest || text.chars().noneMatch(Character::isLetterOrDigit)) {
			problems.add(FieldProblem.of(field, "catalogue.word-length", "max", longest));
		}
	}

	private static String clean(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
	}

}
