package vn.motcua.reporting.work;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When periods are opened and those who owe are reminded. */
@Component
@ConditionalOnBooleanProperty("motcua.work")
class WorkJob {

	private final PeriodOpening opening;

	private final Reminding reminding;

	WorkJob(PeriodOpening opening, Reminding reminding) {
		this.opening = opening;
		this.reminding = reminding;
	}

	@Scheduled(initialDelayString = "${motcua.reporting.opens-after:PT20S}", fixedDelayString = "PT1M")
	void open() {
		opening.openDue();
	}

	@Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT10M")
	void remind() {
		reminding.remind();
	}

}
