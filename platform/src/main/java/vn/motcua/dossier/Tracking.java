package vn.motcua.dossier;

import vn.motcua.kernel.DossierCode;

/** What anybody with the code may see: status and progress in per cent. Circular 01/2018/TT-VPCP art. 16. */
public record Tracking(DossierCode code, DossierStatus status, int progress) {
}
