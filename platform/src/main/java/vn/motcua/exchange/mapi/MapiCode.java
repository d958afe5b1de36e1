package vn.motcua.exchange.mapi;

/** What {@code error_code} says. Words stand under {@code exchange.mapi.<code>}. */
enum MapiCode {

	DONE(0),
	/** First push of a dossier that is there: push it again as an update. */
	EXISTS(1),
	/** Progress of a dossier that was never pushed. */
	UNKNOWN(2),
	/** A record breaks rules; {@code result} names field and rule. */
	REFUSED(3),
	/** No session, or one that has ended: sign in again. */
	SESSION(4),
	/** Not a JSON object that could be read. */
	UNREADABLE(5),
	/** There is no such operation, or what it asks for is missing. */
	OPERATION(6),
	/** Over a limit. */
	TOO_LARGE(7),
	/** Others are being taken. */
	BUSY(8),
	/** The system does not take part now. */
	NO_PARTICIPANT(9);

	private final int number;

	MapiCode(int number) {
		this.number = number;
	}

	String number() {
		return Integer.toString(number);
	}

}
