package vn.motcua.exchange.quality;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When the ledger is read, days are examined and silence is looked for. */
@Component
@ConditionalOnBooleanProperty("motcua.work")
class QualityWork {

	/** A load of millions is read beside it, without taking the machine from it. */
	private static final int READS_AT_ONCE = 3;

	/** Fifty days each: a country touches some hundred thousand in a day. */
	private static final int EXAMINED_AT_ONCE = 10;

	private final PulseWork pulse;

	private final Examination examination;

	private final SilenceWatch silence;

	QualityWork(PulseWork pulse, Examination examination, SilenceWatch silence) {
		this.pulse = pulse;
		this.examination = examination;
		this.silence = silence;
	}

	@Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT2S")
	void read() {
		for (int i = 0; i < READS_AT_ONCE && pulse.readOn() == PulseWork.MOST; i++) {
			Thread.onSpinWait();
		}
	}

	@Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT15S")
	void examine() {
		for (int i = 0; i < EXAMINED_AT_ONCE && examination.examineSome() > 0; i++) {
			Thread.onSpinWait();
		}
	}

	@Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
	void listen() {
		if (!pulse.behind()) {
			silence.look();
		}
	}

	@Scheduled(initialDelayString = "PT30M", fixedDelayString = "PT6H")
	void forget() {
		pulse.forget();
	}

}
