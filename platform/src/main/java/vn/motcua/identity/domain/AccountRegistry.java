package vn.motcua.identity.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Role;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** Accounts with their roles; what a request needs of them is remembered for twenty seconds. */
@Service
public class AccountRegistry implements Accounts {

	private static final Duration FRESH = Duration.ofSeconds(20);

	private final AccountStore accounts;

	private final RoleStore roles;

	private final Clock clock;

	private final Recent<UUID, Holder> recent;

	AccountRegistry(AccountStore accounts, RoleStore roles, Clock clock) {
		this.accounts = accounts;
		this.roles = roles;
		this.clock = clock;
		this.recent = new Recent<>(clock, FRESH, 20_000);
	}

	private record Holder(Account account, List<RoleGrant> grants) {
	}

	@Override
	public Optional<Account> find(UUID id) {
		return accounts.find(id);
	}

	@Override
	public Optional<Account> findByLogin(String login) {
		return accounts.findByLogin(login.toLowerCase(Locale.ROOT));
	}

	@Override
	public Optional<Account> findBySubject(String subject) {
		return accounts.findBySubject(subject);
	}

	@Override
	public Map<UUID, String> languages(Collection<UUID> ids) {
		return ids.isEmpty() ? Map.of() : accounts.languages(ids);
	}

	@Override
	public Actor actor(UUID id) {
		return actor(id, null);
	}

	@Override
	public Actor actor(UUID id, @Nullable AgencyId agency) {
		return findActor(id, agency).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	@Override
	public List<AgencyId> agencies(UUID id) {
		return holder(id).map(this::agencies).orElse(List.of());
	}

	@Override
	public List<UUID> officers(Permission permission, Collection<AgencyId> agencies) {
		List<Role> able = Arrays.stream(Role.values()).filter(role -> role.permissions().contains(permission)).toList();
		return roles.holders(able, agencies, LocalDate.now(clock.withZone(Page.ZONE)));
	}

	/** As {@link #actor}; empty when the account is closed or never was. */
	public Optional<Actor> findActor(UUID id, @Nullable AgencyId agency) {
		return holder(id).map(holder -> actor(holder, agency));
	}

	/** Makes the next request see a change of the account at once; other nodes see it within twenty seconds. */
	public void changed(UUID id) {
		recent.forget(id);
	}

	private Actor actor(Holder holder, @Nullable AgencyId wished) {
		Account account = holder.account;
		if (account.kind() != Actor.Kind.OFFICER) {
			return new Actor(account.kind(), account.id(), account.fullName(), account.subject(), null, Role.of(account.kind()).permissions());
		}
		List<AgencyId> agencies = agencies(holder);
		AgencyId agency = agencies.contains(wished) ? wished : agencies.stream().findFirst().orElse(null);
		Set<Permission> permissions = EnumSet.of(Permission.OWN_DATA);
		holder.grants.stream().filter(grant -> grant.validOn(today()) && grant.agency().equals(agency))
			.forEach(grant -> permissions.addAll(grant.role().permissions()));
		return new Actor(Actor.Kind.OFFICER, account.id(), account.fullName(), null, agency, permissions);
	}

	private List<AgencyId> agencies(Holder holder) {
		return holder.grants.stream().filter(grant -> grant.validOn(today())).map(RoleGrant::agency).distinct().toList();
	}

	private Optional<Holder> holder(UUID id) {
		return recent.get(id, account -> accounts.find(account)
			.map(found -> new Holder(found, found.kind() == Actor.Kind.OFFICER ? roles.of(account) : List.of())));
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
