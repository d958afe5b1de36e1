package vn.motcua.dossier.event;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierView;

/** An event was appended to the ledger; heard inside the same transaction. A listener that throws refuses the step. */
public record DossierRecorded(DossierEvent event, DossierView dossier) {
}
