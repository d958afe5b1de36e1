package vn.motcua.exchange.sync;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.motcua.exchange.Participant;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;

/** Where an integrator tries a sample as the system would send it: the rules of the intake itself, and nothing is recorded. */
@Component
public class TestBench {

	private final Intake intake;

	TestBench(Intake intake) {
		this.intake = intake;
	}

	public Intake.TriedOut tryOut(Participant participant, InputStream sample) throws IOException {
		Actor system = new Actor(Actor.Kind.AGENCY_SYSTEM, participant.id(), participant.clientId(), null, participant.agency(), Set.of(Permission.SYNC));
		return intake.tryOut(participant, system, () -> {
			SentBody sent = new SentBody(sample);
			SyncBody body = SyncBody.read(sent, false);
			return new Intake.Batch(body.arrived(), body.bytes(), sent.sha256());
		});
	}

}
