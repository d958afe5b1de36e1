package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

import vn.motcua.kernel.DossierCode;

/** Codes that agencies' own systems gave: each is new to the program, whichever tests send it. */
public final class SentCodes {

	/** Far from the numbers that this program gives on one day. */
	private static final AtomicInteger NUMBER = new AtomicInteger(500_000);

	private SentCodes() {
	}

	public static DossierCode next(String agency, LocalDate day) {
		return DossierCode.of(agency, day, NUMBER.incrementAndGet());
	}

}
