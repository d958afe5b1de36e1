package vn.motcua.site;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pages that are the same for every stranger, kept as they were drawn. A module whose change shows on such a page calls
 * {@link #changed()}; without that a page is drawn again after a minute.
 */
@Component
public class PublicPages {

	private static final long FRESH_MS = Duration.ofSeconds(60).toMillis();

	/** How long others are served the old page while one request draws the new one. */
	private static final long STALE_MS = Duration.ofSeconds(10).toMillis();

	private static final long MOST_BYTES = 64L << 20;

	private static final int MOST_PAGES = 5000;

	private static final int LONGEST_ADDRESS = 400;

	private final ConcurrentHashMap<String, Kept> pages = new ConcurrentHashMap<>();

	private final AtomicLong bytes = new AtomicLong();

	private final AtomicLong edition = new AtomicLong();

	private final Clock clock;

	PublicPages(Clock clock) {
		this.clock = clock;
	}

	private record Kept(Asset page, long drawnAtMs, AtomicBoolean renewing) {
	}

	/** Drops every kept page, because something that public pages show is different now. */
	public void changed() {
		edition.incrementAndGet();
		pages.clear();
		bytes.set(0);
	}

	/** Number of the present state of things; a page drawn under an earlier one is not kept. */
	long edition() {
		return edition.get();
	}

	static String key(Locale locale, String url) {
		return locale.getLanguage().equals("en") ? "en" + url : "vi" + url;
	}

	@Nullable Asset find(String key) {
		Kept kept = pages.get(key);
		if (kept == null) {
			return null;
		}
		long ageMs = clock.millis() - kept.drawnAtMs;
		if (ageMs < FRESH_MS || ageMs < FRESH_MS + STALE_MS && !kept.renewing.compareAndSet(false, true)) {
			return kept.page;
		}
		return null;
	}

	void keep(String key, Asset page, long drawnUnder) {
		if (key.length() > LONGEST_ADDRESS || drawnUnder != edition.get()) {
			return;
		}
		if (pages.size() >= MOST_PAGES || bytes.get() > MOST_BYTES) {
			pages.clear();
			bytes.set(0);
		}
		Kept before = pages.put(key, new Kept(page, clock.millis(), new AtomicBoolean()));
		bytes.addAndGet(size(page) - (before == null ? 0 : size(before.page)));
		if (drawnUnder != edition.get()) {
			pages.remove(key);
		}
	}

	private static long size(Asset page) {
		return page.plain().length + page.gzip().length;
	}

}
