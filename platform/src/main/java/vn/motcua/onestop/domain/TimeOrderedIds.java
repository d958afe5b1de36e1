package vn.motcua.onestop.domain;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

import org.flowable.common.engine.impl.cfg.IdGenerator;

/**
 * Ids of the engine's rows: time first, so that new rows stand together in the indexes, then a random name of this program
 * so that two nodes never give the same. No block of ids is fetched from the database.
 */
final class TimeOrderedIds implements IdGenerator {

	private final String node;

	private final AtomicLong last = new AtomicLong();

	TimeOrderedIds() {
		byte[] name = new byte[6];
		new SecureRandom().nextBytes(name);
		node = HexFormat.of().formatHex(name);
	}

	@Override
	public String getNextId() {
		long now = System.currentTimeMillis() << 12;
		return HexFormat.of().toHexDigits(last.updateAndGet(before -> Math.max(before + 1, now))) + node;
	}

}
