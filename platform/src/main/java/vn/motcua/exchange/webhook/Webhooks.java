package vn.motcua.exchange.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.exchange.Participant;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Addresses of systems and the queue of what they are told. */
@Service
public class Webhooks {

	/** How long the secret before the present one signs too, so that a receiver changes without a gap. */
	static final Duration BOTH_SECRETS = Duration.ofHours(24);

	private static final String PREFIX = "whsec_";

	private static final int SECRET_BYTES = 32;

	private final WebhookStore store;

	private final SafeAddresses addresses;

	private final AuditTrail audit;

	private final SecureRandom random = new SecureRandom();

	private final Clock clock;

	Webhooks(WebhookStore store, SafeAddresses addresses, AuditTrail audit, Clock clock) {
		this.store = store;
		this.addresses = addresses;
		this.audit = audit;
		this.clock = clock;
	}

	/** In the caller's transaction: what was committed is told, what was rolled back is not. */
	public void announce(UUID system, long entry, String kind, DossierCode code) {
		if (store.find(system).isPresent()) {
			store.queue(system, entry, kind, code.value(), clock.instant());
		}
	}

	/** Nobody needs to be told of an entry that was fetched. */
	public void needless(long entry) {
		store.needless(entry);
	}

	/** Where a system is told; never the secret. */
	public record Address(String url, String setByName, Instant setAt) {
	}

	public Optional<Address> address(UUID system) {
		return store.find(system).map(found -> new Address(found.url(), found.setByName(), found.setAt()));
	}

	/** Newest first. */
	public List<Delivery> latest(UUID system, int limit) {
		return store.latest(system, limit);
	}

	/** Sets the address; the first time, and when asked for, with a new secret. @return the secret, {@code null} when it stays what it was */
	@Transactional
	public @Nullable String set(Participant system, String url, boolean newSecret, Actor administrator) {
		String problem = addresses.problem(url);
		if (problem != null) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/dia-chi", problem)));
		}
		byte[] secret = newSecret || store.find(system.id()).isEmpty() ? secret() : null;
		store.set(system.id(), url, secret, clock.instant().plus(BOTH_SECRETS), administrator, clock.instant());
		audit.record(new AccessRecord(administrator, AuditAction.WEBHOOK_CHANGED, system.clientId() + " " + url, null, "audit.purpose.administration"));
		return secret == null ? null : PREFIX + Base64.getEncoder().encodeToString(secret);
	}

	/** No more is told. */
	@Transactional
	public void end(Participant system, Actor administrator) {
		if (store.end(system.id())) {
			audit.record(new AccessRecord(administrator, AuditAction.WEBHOOK_CHANGED, system.clientId() + " -", null, "audit.purpose.administration"));
		}
	}

	/** Sends a message of kind {@code test}, at most ten wait at once. */
	public void test(Participant system) {
		if (store.find(system.id()).isEmpty() || !store.queueTest(system.id(), clock.instant())) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
	}

	private byte[] secret() {
		byte[] secret = new byte[SECRET_BYTES];
		random.nextBytes(secret);
		return secret;
	}

}
