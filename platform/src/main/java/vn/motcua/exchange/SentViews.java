package vn.motcua.exchange;

import java.util.List;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierSummary;

/** Puts together what was sent of one dossier; who may see the dossier may see it. */
public interface SentViews {

	SentView of(DossierSummary dossier, List<DossierEvent> events);

}
