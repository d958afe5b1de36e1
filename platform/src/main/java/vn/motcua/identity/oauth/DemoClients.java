package vn.motcua.identity.oauth;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.identity.domain.CastMember;
import vn.motcua.site.Page;

/** Two programs for the demonstration: one a citizen allows to act for them, and Hà Nội's own one-stop system. */
@Component
@Order(110)
@ConditionalOnBooleanProperty("motcua.demo")
class DemoClients implements ApplicationRunner {

	private static final String PUBLIC = "motcua-demo";

	private static final String SYSTEM = "hanoi-demo";

	private final Clients clients;

	private final Agencies agencies;

	private final Clock clock;

	DemoClients(Clients clients, Agencies agencies, Clock clock) {
		this.clients = clients;
		this.agencies = agencies;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (clients.findByClientId(PUBLIC) == null) {
			clients.add(PUBLIC, null, "Một Cửa demo", null, List.of("http://127.0.0.1/callback"), List.of("openid", "profile", "dossier"));
		}
		if (clients.findByClientId(SYSTEM) == null) {
			Integer hanoi = agencies.findByCode(Agency.Level.PROVINCE, "01", LocalDate.now(clock.withZone(Page.ZONE))).map(city -> city.id().value())
				.orElse(null);
			clients.add(SYSTEM, "{bcrypt}" + new BCryptPasswordEncoder().encode(CastMember.PASSWORD), "Hệ thống một cửa Hà Nội (demo)", hanoi, List.of(),
					List.of("sync"));
		}
	}

}
