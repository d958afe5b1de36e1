package vn.motcua.dossier.domain;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.LedgerReader;

/** Reads the ledger for {@link ApplicantNotices}, a batch at a time, moments after events were recorded. */
@Component
@ConditionalOnBooleanProperty("motcua.work")
class NoticeReading {

	static final String CONSUMER = "applicant-notices";

	private static final int BATCH = 500;

	private final LedgerReader ledger;

	private final ApplicantNotices notices;

	NoticeReading(LedgerReader ledger, ApplicantNotices notices) {
		this.ledger = ledger;
		this.notices = notices;
	}

	@Scheduled(initialDelayString = "PT3S", fixedDelayString = "PT1S")
	void readOn() {
		int read;
		do {
			read = ledger.read(CONSUMER, BATCH, notices::tell);
		}
		while (read == BATCH);
	}

}
