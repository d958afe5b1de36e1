package vn.motcua.onestop;

import java.util.Locale;
import java.util.Optional;

/** Queues of the desk, in the order officers see them. The last word of the message key and the value in the address. */
public enum DeskQueue {

	TO_RECEIVE("cho-tiep-nhan"), IN_WORK("dang-xu-ly"), SUPPLEMENT("cho-bo-sung"), PAYMENT("cho-nop-phi"), TO_SIGN("cho-ky"), TO_RETURN(
			"cho-tra");

	private final String slug;

	DeskQueue(String slug) {
		this.slug = slug;
	}

	/** Value in the address of the queue page. */
	public String slug() {
		return slug;
	}

	public String label() {
		return "onestop.queue." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The dossier's clock stands while it waits here. */
	public boolean paused() {
		return this == SUPPLEMENT || this == PAYMENT;
	}

	public static Optional<DeskQueue> ofSlug(String slug) {
		for (DeskQueue queue : values()) {
			if (queue.slug.equals(slug)) {
				return Optional.of(queue);
			}
		}
		return Optional.empty();
	}

}
