package vn.motcua.portal.mine;

import vn.motcua.dossier.DossierProblem;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.problem.ProblemException;

/** The dossier code in an address; anything else is not found, like a dossier of somebody else. */
final class PathCode {

	private PathCode() {
	}

	static DossierCode read(String value) {
		return DossierCode.find(value).orElseThrow(() -> new ProblemException(DossierProblem.NOT_FOUND));
	}

}
