package vn.motcua.identity.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.Account;
import vn.motcua.identity.domain.SignInThrottle.Counted;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** What the holder of an account changes about it. */
@Service
public class OwnAccount {

	private final AccountStore accounts;

	private final AccountRegistry registry;

	private final Passwords passwords;

	private final AccessTokens tokens;

	private final SignInThrottle throttle;

	private final AuditTrail audit;

	OwnAccount(AccountStore accounts, AccountRegistry registry, Passwords passwords, AccessTokens tokens, SignInThrottle throttle, AuditTrail audit) {
		this.accounts = accounts;
		this.registry = registry;
		this.passwords = passwords;
		this.tokens = tokens;
		this.throttle = throttle;
		this.audit = audit;
	}

	/** False when the password is wrong; wrong tries are counted as at sign-in. */
	public boolean confirms(UUID account, String password) {
		String counted = "confirm:" + account;
		throttle.check(Counted.ACCOUNT.key(counted));
		boolean right = passwords.matches(password, credentials(account).passwordHash());
		if (right) {
			throttle.clear(Counted.ACCOUNT, counted);
		}
		else {
			throttle.count(Counted.ACCOUNT, counted);
		}
		return right;
	}

	/** Code of the rule a new password breaks. */
	public Optional<String> broken(UUID id, String password) {
		Account account = registry.find(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		return PasswordRule.broken(password, Arrays.asList(account.subject(), account.login(), account.phone(), account.fullName()));
	}

	/** Tokens made before no longer count; the caller ends the sessions. */
	@Transactional
	public void changePassword(UUID account, String password) {
		String hash = passwords.hash(password);
		accounts.changePassword(account, hash);
		tokens.revokeAll(account);
		Actor actor = registry.actor(account);
		audit.record(new AccessRecord(actor, AuditAction.ACCOUNT_CHANGED, "account", actor.subject(), "audit.purpose.self-service"));
	}

	private AccountStore.Credentials credentials(UUID account) {
		return accounts.credentials(account).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

}
