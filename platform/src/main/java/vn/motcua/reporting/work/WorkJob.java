package vn.motcua.reporting.work;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When periods are opened and closed and those who owe are reminded. */
@Component
@ConditionalOnBooleanProperty("motcua.work")
class WorkJob {

	private final PeriodOpening opening;

	private final Reminding reminding;

	private final ClosingByRule closing;

	WorkJob(PeriodOpening opening, Reminding reminding, ClosingByRule closing) {
		this.opening = opening;
		this.reminding = reminding;
		this.closing = closing;
	}

	@Scheduled(initialDelayString = "${motcua.reporting.opens-after:PT20S}", fixedDelayString = "PT1M")
	void open() {
		opening.openDue();
	}

	@Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
	void close() {
		closing.closeDue();
	}

	@Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT10M")
	void remind() {
		reminding.remind();
	}

}
