package vn.motcua.exchange.participant;

import java.util.Optional;
import java.util.Set;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import vn.motcua.exchange.Participant.Contact;
import vn.motcua.exchange.Participant.Profile;
import vn.motcua.exchange.Participant.State;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.Actor;

/** Hà Nội's system of the demonstration, registered by its administrator and approved by the centre. */
@Component
@Order(112)
@ConditionalOnBooleanProperty("motcua.demo")
class DemoParticipant implements ApplicationRunner {

	private static final String CLIENT = "hanoi-demo";

	private final SystemPrograms programs;

	private final ParticipantStore store;

	private final Accounts accounts;

	DemoParticipant(SystemPrograms programs, ParticipantStore store, Accounts accounts) {
		this.programs = programs;
		this.store = store;
		this.accounts = accounts;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		Optional<SystemPrograms.Known> known = programs.all().stream().filter(program -> program.clientId().equals(CLIENT) && program.agency() != null).findFirst();
		if (known.isEmpty()) {
			return;
		}
		Profile profile = new Profile(known.get().name(), new Contact("Phan Hồng Nhung", "quantri.hanoi@motcua.example", "0911000113"),
				"Đồng bộ hồ sơ của các cơ quan thuộc Thành phố Hà Nội", "Quyết định 31/2021/QĐ-TTg, Điều 30", Set.of(), Set.of(), false, false, 1_000_000);
		if (store.insert(SystemPrograms.account(CLIENT), CLIENT, known.get().agency(), profile, EarlierPrograms.QUOTA, cast("quantri.hanoi"))) {
			store.decide(SystemPrograms.account(CLIENT), State.REGISTERED, State.APPROVED, EarlierPrograms.QUOTA, null, cast("quantri"));
		}
	}

	private Actor cast(String login) {
		return accounts.findByLogin(login).map(Account::id).map(accounts::actor).orElseGet(Actor::platform);
	}

}
