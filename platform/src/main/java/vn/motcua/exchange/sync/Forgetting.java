package vn.motcua.exchange.sync;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets old calls and rejected lines, on nodes that work in the background. */
@Component
@ConditionalOnBooleanProperty("motcua.work")
class Forgetting {

	private final CallStore store;

	Forgetting(CallStore store) {
		this.store = store;
	}

	@Scheduled(initialDelayString = "PT20M", fixedDelayString = "PT1H")
	void forget() {
		while (store.forget() > 0) {
			Thread.onSpinWait();
		}
	}

}
