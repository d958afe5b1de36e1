package vn.motcua.reporting.work;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When periods are opened. */
@Component
@ConditionalOnBooleanProperty("motcua.work")
class WorkJob {

	private final PeriodOpening opening;

	WorkJob(PeriodOpening opening) {
		this.opening = opening;
	}

	@Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1M")
	void open() {
		opening.openDue();
	}

}
