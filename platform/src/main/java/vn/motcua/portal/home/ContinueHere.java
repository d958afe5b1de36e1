package vn.motcua.portal.home;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Drafts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.portal.words.DossierWords;

/** What a signed-in applicant left off: drafts, and dossiers that wait for them. */
@Component
class ContinueHere {

	private static final int MOST = 3;

	private static final Limit NEWEST = Limit.of(30);

	private final Drafts drafts;

	private final Dossiers dossiers;

	private final Catalogue catalogue;

	ContinueHere(Drafts drafts, Dossiers dossiers, Catalogue catalogue) {
		this.drafts = drafts;
		this.dossiers = dossiers;
		this.catalogue = catalogue;
	}

	List<HomePage.Begun> drafts(@Nullable Actor actor) {
		if (actor == null || !actor.applicant()) {
			return List.of();
		}
		return drafts.of(actor).stream().limit(MOST)
				.map(draft -> new HomePage.Begun(draft.id(), catalogue.get(draft.serviceVersion()).name(), draft.savedAt())).toList();
	}

	List<DossierSummary> waiting(@Nullable Actor actor) {
		if (actor == null || !actor.applicant() || actor.subject() == null) {
			return List.of();
		}
		return dossiers.ofApplicant(actor, NEWEST, null).items().stream()
				.filter(dossier -> DossierWords.waitsForApplicant(dossier.status())).limit(MOST).toList();
	}

}
