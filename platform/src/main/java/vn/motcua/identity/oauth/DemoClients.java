package vn.motcua.identity.oauth;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.identity.domain.CastMember;
import vn.motcua.kernel.AgencyId;
import vn.motcua.site.Page;

/** Programs for the demonstration: one a citizen allows to act for them, and the own one-stop systems of Hà Nội and Bắc Ninh. */
@Component
@Order(110)
@ConditionalOnBooleanProperty("motcua.demo")
class DemoClients implements ApplicationRunner {

	private static final String PUBLIC = "motcua-demo";

	private static final String SYSTEM = "hanoi-demo";

	private static final String BAC_NINH = "bacninh-demo";

	/** Bắc Ninh by its code of that day, whatever it went into since. */
	private static final LocalDate SEED_DAY = LocalDate.of(2020, 8, 19);

	private record OwnSystem(String name, AgencyId agency) {
	}

	private final Clients clients;

	private final SystemClientStore systems;

	private final Agencies agencies;

	private final Clock clock;

	DemoClients(Clients clients, SystemClientStore systems, Agencies agencies, Clock clock) {
		this.clients = clients;
		this.systems = systems;
		this.agencies = agencies;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (clients.findByClientId(PUBLIC) == null) {
			clients.add(PUBLIC, "Một Cửa demo", List.of("http://127.0.0.1/callback"), List.of("openid", "profile", "dossier"));
		}
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		Map<String, OwnSystem> missing = new LinkedHashMap<>();
		agencies.findByCode(Agency.Level.PROVINCE, "27", SEED_DAY).flatMap(then -> agencies.answering(then.id(), today).stream().findFirst())
			.ifPresent(province -> missing.put(BAC_NINH, new OwnSystem("Hệ thống một cửa Bắc Ninh (demo)", province.id())));
		missing.put(SYSTEM, new OwnSystem("Hệ thống một cửa Hà Nội (demo)", agencies.findByCode(Agency.Level.PROVINCE, "01", today).orElseThrow().id()));
		missing.keySet().removeIf(client -> systems.find(client).isPresent());
		if (!missing.isEmpty()) {
			String hash = "{bcrypt}" + new BCryptPasswordEncoder().encode(CastMember.PASSWORD);
			missing.forEach((client, system) -> {
				systems.insert(client, system.name(), system.agency(), false);
				systems.insertSecret(systems.find(client).orElseThrow(), hash, CastMember.PASSWORD.substring(0, 4));
			});
		}
	}

}
