package vn.motcua.identity.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.identity.Role;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.site.Page;

/** Registers the demo cast at the first start, and gives its officers their roles at the agencies of the day. */
@Component
@Order(100)
@ConditionalOnBooleanProperty("motcua.demo")
class DemoCast implements ApplicationRunner {

	private static final LocalDate SEED_DAY = LocalDate.of(2020, 8, 19);

	private final Registration registration;

	private final AccountStore accounts;

	private final RoleStore roles;

	private final Passwords passwords;

	private final Agencies agencies;

	private final LocalDate today;

	DemoCast(Registration registration, AccountStore accounts, RoleStore roles, Passwords passwords, Agencies agencies, Clock clock) {
		this.registration = registration;
		this.accounts = accounts;
		this.roles = roles;
		this.passwords = passwords;
		this.agencies = agencies;
		this.today = LocalDate.now(clock.withZone(Page.ZONE));
	}

	@Override
	public void run(ApplicationArguments arguments) {
		List<CastMember> missing = CastMember.all().stream().filter(member -> accounts.findByLogin(member.login()).isEmpty()).toList();
		if (missing.isEmpty()) {
			return;
		}
		String hash = passwords.hash(CastMember.PASSWORD);
		for (CastMember member : missing) {
			UUID id = registration.open(member.account(hash));
			if (member.kind() == Actor.Kind.OFFICER) {
				places(member.place()).forEach(place -> member.roles().forEach(role -> roles.grant(id, role, place, SEED_DAY, Actor.SYSTEM_ACCOUNT)));
			}
		}
	}

	/** The agencies of today first, then what they were on the day the platform's story begins. */
	private Set<AgencyId> places(CastMember.Place place) {
		Set<AgencyId> places = new LinkedHashSet<>();
		switch (place) {
			case WARD -> ward("00061", places);
			case HANOI -> unit(Agency.Level.PROVINCE, "01", places);
			case HANOI_DEPARTMENTS -> departments(places);
			case BAC_NINH -> unit(Agency.Level.PROVINCE, "27", places);
			case KINH_BAC -> unit(Agency.Level.COMMUNE, "09172", places);
			case GOVERNMENT_OFFICE -> agencies.findByExchangeCode("000.00.00.G22", SEED_DAY).ifPresent(office -> places.add(office.id()));
			case NONE -> { }
		}
		return places;
	}

	private void unit(Agency.Level level, String codeOnSeedDay, Set<AgencyId> places) {
		agencies.findByCode(level, codeOnSeedDay, SEED_DAY).ifPresent(unit -> {
			agencies.answering(unit.id(), today).forEach(answering -> places.add(answering.id()));
			places.add(unit.id());
		});
	}

	/** The ward's People's Committee and, at the same one-stop desk, its police. */
	private void ward(String codeOnSeedDay, Set<AgencyId> places) {
		unit(Agency.Level.COMMUNE, codeOnSeedDay, places);
		for (AgencyId ward : List.copyOf(places)) {
			agencies.department(ward, "cong-an-xa", today).ifPresent(now -> places.add(now.id()));
			agencies.department(ward, "cong-an-xa", SEED_DAY).ifPresent(then -> places.add(then.id()));
		}
	}

	private void departments(Set<AgencyId> places) {
		AgencyId hanoi = agencies.findByCode(Agency.Level.PROVINCE, "01", today).orElseThrow().id();
		CastMember.DEPARTMENTS.forEach(kind -> agencies.department(hanoi, kind, today).ifPresent(now -> places.add(now.id())));
		CastMember.DEPARTMENTS.forEach(kind -> agencies.department(hanoi, kind, SEED_DAY).ifPresent(then -> places.add(then.id())));
	}

}
