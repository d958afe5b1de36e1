package vn.motcua.dossier.domain;

import org.junit.jupiter.api.Test;

import vn.motcua.dossier.DossierStatus;
import vn.motcua.sdk.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** What systems are told beforehand is what the ledger does. */
class SdkMovesTests {

	@Test
	void theSdkKnowsTheMovesOfTheLedger() {
		for (DossierStatus from : DossierStatus.values()) {
			for (DossierStatus to : DossierStatus.values()) {
				for (boolean reasoned : new boolean[] { false, true }) {
					assertThat(Status.of(from.number()).leadsTo(Status.of(to.number()), reasoned)).as(from + " to " + to).isEqualTo(SyncMoves.possible(from, to, reasoned));
				}
			}
		}
	}

}
