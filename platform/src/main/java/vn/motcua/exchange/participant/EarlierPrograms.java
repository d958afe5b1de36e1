package vn.motcua.exchange.participant;

import java.util.Set;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import vn.motcua.exchange.Participant.Contact;
import vn.motcua.exchange.Participant.Profile;
import vn.motcua.exchange.Participant.Quota;
import vn.motcua.exchange.Participant.State;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.Actor;

/** Systems that had a program before participants were registered go on as approved ones; their agency completes what is known of them. */
@Component
@Order(115)
class EarlierPrograms implements ApplicationRunner {

	/** What the systems of the time before were trusted with: as much as the intake takes. */
	static final Quota QUOTA = new Quota(100_000_000, 6_000);

	private final SystemPrograms programs;

	private final ParticipantStore store;

	EarlierPrograms(SystemPrograms programs, ParticipantStore store) {
		this.programs = programs;
		this.store = store;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		for (SystemPrograms.Known known : programs.all()) {
			if (known.agency() != null) {
				Profile profile = new Profile(known.name(), new Contact("", "", ""), "Đồng bộ hồ sơ một cửa", "Quyết định 31/2021/QĐ-TTg, Điều 30", Set.of(), Set.of(),
						false, false, 0);
				if (store.insert(SystemPrograms.account(known.clientId()), known.clientId(), known.agency(), profile, QUOTA, Actor.platform())) {
					store.decide(SystemPrograms.account(known.clientId()), State.REGISTERED, State.APPROVED, QUOTA, null, Actor.platform());
				}
			}
		}
	}

}
