package vn.motcua.dossier.domain;

import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.domain.DraftStore.Draft;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Changes a draft on the version that was read, and with it what its signatures are worth; a change that met another is made again. */
@Component
class DraftChanges {

	private static final int TRIES = 5;

	private final OpenDrafts drafts;

	private final DraftStore store;

	private final DraftSignatures signatures;

	private final TransactionTemplate transaction;

	DraftChanges(OpenDrafts drafts, DraftStore store, DraftSignatures signatures, TransactionTemplate transaction) {
		this.drafts = drafts;
		this.store = store;
		this.signatures = signatures;
		this.transaction = transaction;
	}

	Draft change(UUID id, Actor applicant, @Nullable Integer expectedVersion, UnaryOperator<Draft> change) {
		for (int tried = 0; tried < TRIES; tried++) {
			Draft draft = drafts.find(id, applicant);
			requireOpen(draft);
			if (expectedVersion != null && expectedVersion != draft.version()) {
				break;
			}
			Draft changed = change.apply(draft);
			if (Boolean.TRUE.equals(transaction.execute(_ -> save(changed, applicant)))) {
				return changed;
			}
		}
		throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
	}

	static void requireOpen(Draft draft) {
		if (draft.submittedAs() != null) {
			throw new ProblemException(DossierProblem.ALREADY_SUBMITTED, "code", draft.submittedAs().value());
		}
	}

	private boolean save(Draft changed, Actor applicant) {
		boolean saved = store.save(changed, applicant.account());
		if (saved) {
			signatures.voidChanged(changed);
		}
		return saved;
	}

}
