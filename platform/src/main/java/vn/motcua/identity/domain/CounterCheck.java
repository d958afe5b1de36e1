package vn.motcua.identity.domain;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.Account;
import vn.motcua.identity.Account.Assurance;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/**
 * At the counter an officer compares identity papers with an account that was made online: from then on the number counts as
 * its holder's. Both the look and the decision are recorded for the person.
 */
@Service
public class CounterCheck {

	private static final String PURPOSE = "audit.purpose.identity-check";

	private final AccountStore accounts;

	private final AccountRegistry registry;

	private final AuditTrail audit;

	CounterCheck(AccountStore accounts, AccountRegistry registry, AuditTrail audit) {
		this.accounts = accounts;
		this.registry = registry;
		this.audit = audit;
	}

	/** The account of a number that nobody has checked yet. */
	@Transactional
	public Optional<Account> unchecked(Actor officer, String number) {
		Optional<Account> found = accounts.findBySubject(number).filter(account -> account.assurance() == Assurance.BASIC);
		found.ifPresent(account -> audit.record(new AccessRecord(officer, AuditAction.PERSON_LOOKED_UP, "account", account.subject(), PURPOSE)));
		return found;
	}

	@Transactional
	public void confirm(Actor officer, UUID id) {
		Account account = accounts.find(id).filter(known -> known.kind() == Actor.Kind.CITIZEN).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		if (accounts.verify(id)) {
			registry.changed(id);
			audit.record(new AccessRecord(officer, AuditAction.ACCOUNT_CHANGED, "account", account.subject(), PURPOSE));
		}
	}

}
