package vn.motcua.sandbox;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the system can be told to fail. */
public enum Failure {

	/** Sends nothing, fetches nothing, answers no webhook. */
	DOWN,
	/** Each call takes seconds to arrive. */
	SLOW,
	/** Of four calls, one breaks off in the middle and one is not heard to its end. */
	CUT,
	/** Everything goes twice. */
	TWICE,
	/** Later things go before earlier ones. */
	OUT_OF_ORDER,
	/** Nobody looks into the inbox. */
	FORGET_INBOX,
	/** Webhooks are answered with 500. */
	WEBHOOK_500,
	/** Text goes in windows-1258 instead of UTF-8. */
	WRONG_CHARSET;

	/** As it is written on the control page. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<Failure> find(String word) {
		return Stream.of(values()).filter(failure -> failure.word().equals(word)).findFirst();
	}

}
