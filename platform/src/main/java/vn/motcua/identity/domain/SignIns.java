package vn.motcua.identity.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.IdentityProblem;
import vn.motcua.identity.domain.SignInThrottle.Counted;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;

/** Checks who signs in: name and password, then the second factor where the account has one. */
@Service
public class SignIns {

	private final AccountStore accounts;

	private final AccountRegistry registry;

	private final Passwords passwords;

	private final SignInThrottle throttle;

	private final AuditTrail audit;

	SignIns(AccountStore accounts, AccountRegistry registry, Passwords passwords, SignInThrottle throttle, AuditTrail audit) {
		this.accounts = accounts;
		this.registry = registry;
		this.passwords = passwords;
		this.throttle = throttle;
		this.audit = audit;
	}

	/** @param secondFactor true when a code of the authenticator has to follow */
	public record Known(UUID account, Actor.Kind kind, boolean secondFactor) {
	}

	/** @param name login, personal number or tax code */
	public Known check(String name, String password, String address) {
		String login = name.strip().toLowerCase(Locale.ROOT);
		throttle.check(Counted.ACCOUNT.key(login), Counted.ADDRESS.key(address));
		Optional<AccountStore.Credentials> found = accounts.credentials(login);
		if (found.isEmpty()) {
			passwords.pretend(password);
			throw failed(login, address, null);
		}
		AccountStore.Credentials credentials = found.get();
		if (!passwords.matches(password, credentials.passwordHash())) {
			throw failed(login, address, credentials.id());
		}
		throttle.clear(Counted.ACCOUNT, login);
		return new Known(credentials.id(), credentials.kind(), credentials.totpSecret() != null);
	}

	/** The sign-in is complete: written down for the person to see. */
	public void complete(UUID account) {
		registry.changed(account);
		Actor actor = registry.actor(account);
		audit.record(new AccessRecord(actor, AuditAction.SIGNED_IN, "account", actor.subject(), "audit.purpose.sign-in"));
	}

	private ProblemException failed(String login, String address, @org.jspecify.annotations.Nullable UUID account) {
		boolean locked = throttle.count(Counted.ACCOUNT, login);
		throttle.count(Counted.ADDRESS, address);
		if (account != null) {
			Actor actor = registry.actor(account);
			audit.record(new AccessRecord(Actor.platform(), locked ? AuditAction.ACCOUNT_LOCKED : AuditAction.SIGN_IN_FAILED, "account",
					actor.subject(), "audit.purpose.sign-in"));
		}
		return new ProblemException(IdentityProblem.WRONG_CREDENTIALS);
	}

}
