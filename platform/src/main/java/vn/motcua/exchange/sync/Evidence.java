package vn.motcua.exchange.sync;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.agency.Agencies;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participants;
import vn.motcua.exchange.SyncCall;
import vn.motcua.exchange.SyncCalls;
import vn.motcua.file.Seal;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** Sealed statements that a batch with this digest came in at that moment, and what became of its lines. */
@Component
public class Evidence {

	private final SyncCalls calls;

	private final Participants participants;

	private final Agencies agencies;

	private final Seal seal;

	private final JsonMapper json;

	Evidence(SyncCalls calls, Participants participants, Agencies agencies, Seal seal, JsonMapper json) {
		this.calls = calls;
		this.participants = participants;
		this.agencies = agencies;
		this.seal = seal;
		this.json = json;
	}

	/**
	 * PEM of the statement under the platform's seal.
	 * @throws ProblemException not found, when that sender has no such recorded batch
	 */
	public String of(UUID sender, long number) {
		SyncCall call = calls.call(sender, number).filter(known -> known.sha256() != null).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		Participant participant = participants.find(sender).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		return seal.seal(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(statement(call, participant)));
	}

	public String certificates() {
		return seal.certificates();
	}

	private Map<String, Object> statement(SyncCall call, Participant participant) {
		LocalDate day = LocalDate.ofInstant(call.at(), Page.ZONE);
		Map<String, Object> said = new LinkedHashMap<>();
		said.put("statement", "batch-received");
		said.put("call", call.number());
		said.put("requestId", call.requestId());
		said.put("receivedAt", call.at());
		said.put("clientId", participant.clientId());
		said.put("system", participant.name());
		said.put("agency", agencies.get(participant.agency(), day).exchangeCode());
		said.put("sha256", call.sha256());
		said.put("bytes", call.bytes());
		said.put("lines", call.lines());
		said.put("applied", call.applied());
		said.put("duplicate", call.duplicate());
		said.put("stale", call.stale());
		said.put("rejected", call.rejected());
		return said;
	}

}
