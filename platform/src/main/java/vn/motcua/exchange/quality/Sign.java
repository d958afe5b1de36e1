package vn.motcua.exchange.quality;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A sign that what an agency's system says is not what happened. Thresholds and sources stand in {@code exchange/signs.yaml}. */
public enum Sign {

	/** The first three digits of a personal number are no province. */
	NUMBER_PROVINCE,
	/** Its owner is not born yet, or older than people become. */
	NUMBER_BIRTH,
	/** Its digits are one digit, or run on. */
	NUMBER_REPEATED,
	/** One number stands for people of several names. */
	NUMBER_SHARED,
	/** Numbers of a day's dossier codes are scattered far wider than there are dossiers. */
	CODE_GAPS,
	/** They do not follow the order of receipt. */
	CODE_ORDER,
	/** A dossier was accepted, worked on and completed in one second. */
	ONE_SECOND,
	/** Many dossiers of a day were completed in one second. */
	TOGETHER,
	/** Completed without acceptance or without work. */
	STEPS_SKIPPED,
	/** Work goes on after the result: a pause was sent as a result. */
	DONE_AND_GOING_ON,
	/** Hundreds of dossiers and not one refused, paused, stopped or withdrawn. */
	NEVER_PAUSED,
	/** Registered days after it was handed in. */
	RECEIVED_LATE,
	/** Receipt stamped after the promised moment. */
	RECEIVED_AFTER_DUE,
	/** Everything on paper is said to be digitised. */
	ALWAYS_DIGITISED,
	/** The promised moment was moved after it had passed. */
	DUE_MOVED;

	/** Its name in files, addresses and message keys. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public static Optional<Sign> find(String key) {
		return Stream.of(values()).filter(sign -> sign.key().equals(key)).findFirst();
	}

}
