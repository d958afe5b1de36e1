package vn.motcua.exchange.reconciliation;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each minute at open differences that may have healed. */
@Component
@ConditionalOnBooleanProperty("motcua.work")
class ComparingAgain {

	private final Reconciliation reconciliation;

	ComparingAgain(Reconciliation reconciliation) {
		this.reconciliation = reconciliation;
	}

	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
	void compareAgain() {
		reconciliation.compareAgain();
	}

}
