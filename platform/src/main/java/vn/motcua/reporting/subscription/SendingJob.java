package vn.motcua.reporting.subscription;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When letters are looked for. */
@Component
@ConditionalOnBooleanProperty("motcua.work")
class SendingJob {

	private final Sending sending;

	SendingJob(Sending sending) {
		this.sending = sending;
	}

	@Scheduled(initialDelayString = "PT50S", fixedDelayString = "PT30S")
	void send() {
		sending.sendDue();
	}

}
