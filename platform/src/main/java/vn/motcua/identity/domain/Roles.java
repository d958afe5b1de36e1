package vn.motcua.identity.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.Account;
import vn.motcua.identity.IdentityProblem;
import vn.motcua.identity.Role;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** The administration of officers: who they are, and which role they hold where, each change written down. */
@Service
public class Roles {

	private static final UUID FIRST = new UUID(0, 0);

	private final AccountStore accounts;

	private final RoleStore roles;

	private final AccountRegistry registry;

	private final Registration registration;

	private final Passwords passwords;

	private final AuditTrail audit;

	private final Clock clock;

	Roles(AccountStore accounts, RoleStore roles, AccountRegistry registry, Registration registration, Passwords passwords, AuditTrail audit, Clock clock) {
		this.accounts = accounts;
		this.roles = roles;
		this.registry = registry;
		this.registration = registration;
		this.passwords = passwords;
		this.audit = audit;
		this.clock = clock;
	}

	/** Officers by part of the name or the beginning of the login. */
	public Slice<Account> officers(String words, Limit limit, @org.jspecify.annotations.Nullable String after) {
		Cursor place = Cursor.decode(after, 2);
		String name = place == null ? "" : place.keys().get(0);
		UUID id = place == null || !place.keys().get(1).matches("[0-9a-f-]{36}") ? FIRST : UUID.fromString(place.keys().get(1));
		return Slice.of(accounts.officers(words, name, id, limit.value() + 1), limit.value(), last -> Cursor.of(last.fullName(), last.id()));
	}

	public Account officer(UUID id) {
		return accounts.find(id).filter(account -> account.kind() == Actor.Kind.OFFICER)
			.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	/** Held now first; ended ones stay to be seen. */
	public List<RoleGrant> of(UUID officer) {
		return roles.of(officer);
	}

	/** A new officer, who signs in with the first password and changes it. */
	@Transactional
	public UUID addOfficer(String login, String fullName, String phone, String firstPassword) {
		return registration.open(new NewAccount(Actor.Kind.OFFICER, login, fullName, null, null, null, phone, null, null, null, Account.Assurance.VERIFIED,
				passwords.hash(firstPassword)));
	}

	@Transactional
	public void grant(Actor administrator, UUID officer, Role role, AgencyId agency) {
		officer(officer);
		if (!role.atAgency() || !roles.grant(officer, role, agency, today(), administrator.account())) {
			throw new ProblemException(IdentityProblem.ROLE_HELD);
		}
		record(administrator, AuditAction.ROLE_GRANTED, officer, role, agency);
	}

	@Transactional
	public void end(Actor administrator, UUID officer, long number) {
		RoleGrant grant = roles.find(number).filter(found -> found.account().equals(officer))
			.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		if (roles.end(number, today(), administrator.account())) {
			record(administrator, AuditAction.ROLE_ENDED, officer, grant.role(), grant.agency());
		}
	}

	private void record(Actor administrator, AuditAction action, UUID officer, Role role, AgencyId agency) {
		registry.changed(officer);
		audit.record(new AccessRecord(administrator, action, officer + " " + role + " " + agency, null, "audit.purpose.administration"));
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
