package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.ProblemException;

class DossierLifecycleTests {

	private static final DossierStep ACCEPT = new DossierStep.Accept(null);

	private static final DossierStep PROCESS = new DossierStep.Process(LocalizedText.same("Thẩm định"));

	private static final DossierStep COMPLETE = new DossierStep.Complete(UUID.randomUUID(), "01/QĐ", true, null);

	@Test
	void everyStatusIsReachedAndLeftOrEnds() {
		Set<DossierStatus> seen = EnumSet.of(DossierStatus.SUBMITTED);
		for (DossierStatus status : DossierStatus.values()) {
			assertThat(DossierLifecycle.diagram()).contains("s" + status.number() + " --> ");
			for (DossierStep step : new DossierStep[] { ACCEPT, new DossierStep.Refuse("x"), PROCESS, new DossierStep.RequestSupplement(java.util.List.of(), "x"),
					new DossierStep.RequestPayment(1), new DossierStep.Withdraw(null), new DossierStep.Stop("x"), COMPLETE, new DossierStep.Return("desk") }) {
				if (DossierLifecycle.allowed(status, DossierLifecycle.type(step))) {
					seen.add(DossierLifecycle.after(status, step));
				}
			}
		}
		assertThat(seen).containsExactlyInAnyOrder(DossierStatus.values());
	}

	@Test
	void refusesDecisionBeforeAcceptance() {
		assertThatThrownBy(() -> DossierLifecycle.after(DossierStatus.SUBMITTED, COMPLETE)).isInstanceOf(ProblemException.class)
			.hasMessage("dossier.move-not-allowed");
	}

	@Test
	void endedDossierMovesByCorrectionOnly() {
		for (DossierStatus status : DossierStatus.values()) {
			if (status.ended()) {
				for (Type type : Type.values()) {
					boolean afterTheEnd = type == Type.CORRECTED || type == Type.RESULT_REVOKED && status == DossierStatus.RETURNED;
					assertThat(DossierLifecycle.allowed(status, type)).as(status + " " + type).isEqualTo(afterTheEnd);
				}
			}
		}
	}

	@Test
	void deskReturnsAWrongResultToProcessing() {
		assertThat(DossierLifecycle.after(DossierStatus.COMPLETED, PROCESS)).isEqualTo(DossierStatus.PROCESSING);
	}

	@Test
	void paymentEndsOnlyThePauseItCaused() {
		DossierStep paid = new DossierStep.RecordPayment(1000, "cash", "1");
		assertThat(DossierLifecycle.after(DossierStatus.PAYMENT_REQUESTED, paid)).isEqualTo(DossierStatus.PROCESSING);
		assertThat(DossierLifecycle.after(DossierStatus.ACCEPTED, paid)).isEqualTo(DossierStatus.ACCEPTED);
	}

	@Test
	void pictureInTheDocsIsTheTable() throws Exception {
		String page = Files.readString(Path.of("..", "docs", "modules", "dossier.md"));
		assertThat(page).contains("```mermaid\n" + DossierLifecycle.diagram() + "```");
	}

}
