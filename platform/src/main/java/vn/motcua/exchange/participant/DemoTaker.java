package vn.motcua.exchange.participant;

import java.util.Set;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import vn.motcua.exchange.Participant.Contact;
import vn.motcua.exchange.Participant.Profile;
import vn.motcua.exchange.Participant.State;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.Actor;

/** Bắc Ninh's one-stop system of the demonstration takes what people submit on the portal and delivers figures of reports. */
@Component
@Order(113)
@ConditionalOnBooleanProperty("motcua.demo")
class DemoTaker implements ApplicationRunner {

	private static final String BAC_NINH = "bacninh-demo";

	private final SystemPrograms programs;

	private final ParticipantStore store;

	DemoTaker(SystemPrograms programs, ParticipantStore store) {
		this.programs = programs;
		this.store = store;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		programs.all().stream().filter(known -> known.clientId().equals(BAC_NINH) && known.agency() != null).findFirst().ifPresent(this::takePart);
	}

	private void takePart(SystemPrograms.Known known) {
		Profile profile = new Profile(known.name(), new Contact("Nguyễn Văn Trọng", "kythuat@bacninh.example", "0911000120"), "Giải quyết hồ sơ nộp trên cổng, gửi số liệu báo cáo",
				"Quyết định 31/2021/QĐ-TTg, Điều 30", Set.of(), Set.of(), true, true, 2_000);
		if (store.insert(SystemPrograms.account(BAC_NINH), BAC_NINH, known.agency(), profile, EarlierPrograms.QUOTA, Actor.platform())) {
			store.decide(SystemPrograms.account(BAC_NINH), State.REGISTERED, State.APPROVED, EarlierPrograms.QUOTA, null, Actor.platform());
			programs.allowReporting(BAC_NINH);
		}
	}

}
