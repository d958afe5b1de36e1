package vn.motcua.identity.domain;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import vn.motcua.identity.IdentityProblem;
import vn.motcua.kernel.problem.ProblemException;

/**
 * Hashes and checks passwords with Argon2id (RFC 9106) over 12 MiB in three passes. Each check needs that memory, so only
 * as many run at once as there are processors; others wait a moment and are then told to come back.
 */
@Component
public class Passwords {

	private static final int MEMORY_KIB = 12 * 1024;

	private static final int WAIT_SECONDS = 10;

	private final PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 3);

	private final Semaphore running = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

	/** Hash that no password has, so that a name without account takes as long as one with. */
	private volatile String nobody = "";

	public String hash(String password) {
		return bounded(() -> argon2.encode(password));
	}

	boolean matches(String password, String hash) {
		return bounded(() -> argon2.matches(password, hash));
	}

	/** Takes as long as a real check. */
	void pretend(String password) {
		if (nobody.isEmpty()) {
			nobody = hash(java.util.UUID.randomUUID().toString());
		}
		matches(password, nobody);
	}

	private <T> T bounded(java.util.function.Supplier<T> work) {
		try {
			if (!running.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
				throw new ProblemException(IdentityProblem.BUSY);
			}
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new ProblemException(IdentityProblem.BUSY);
		}
		try {
			return work.get();
		}
		finally {
			running.release();
		}
	}

}
