package vn.motcua.notification.gateway;

/** Delivers e-mails and text messages. The same key may come again after a failure; a provider that can tells it once. */
public interface Provider {

	/** @param subject heading of an e-mail; text messages have none to show */
	record Letter(String key, Way way, String recipient, String subject, String body) {
	}

	enum Way {
		EMAIL, SMS
	}

	/** Returns when the provider has taken the letter, throws {@link CannotDeliver} otherwise. */
	void deliver(Letter letter);

	/** Why the provider did not take it, without naming anybody. */
	final class CannotDeliver extends RuntimeException {

		public CannotDeliver(String reason) {
			super(reason, null, false, false);
		}

	}

}
