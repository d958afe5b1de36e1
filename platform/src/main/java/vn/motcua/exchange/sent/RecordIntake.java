package vn.motcua.exchange.sent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.LedgerSync.Arrived;
import vn.motcua.dossier.SyncOutcome;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participants;
import vn.motcua.exchange.participant.Quotas;
import vn.motcua.exchange.SentRecord.Kind;
import vn.motcua.exchange.sync.CallStore;
import vn.motcua.exchange.sync.CurrentCall;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.site.Page;

/** Records of one kind, each by itself: what breaks a rule is kept for its sender to see and holds up no other. */
@Service
public class RecordIntake {

	private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

	private final RecordStore store;

	private final CallStore calls;

	private final Participants participants;

	private final Agencies agencies;

	private final Quotas quotas;

	private final Dossiers dossiers;

	private final Clock clock;

	RecordIntake(RecordStore store, CallStore calls, Participants participants, Quotas quotas, Agencies agencies, Dossiers dossiers, Clock clock) {
		this.store = store;
		this.calls = calls;
		this.participants = participants;
		this.quotas = quotas;
		this.agencies = agencies;
		this.dossiers = dossiers;
		this.clock = clock;
	}

	/** One transaction, durable when it returns; outcomes in the order of the lines. */
	@Transactional
	public List<SyncOutcome> take(Actor sender, Kind kind, List<byte[]> lines, long bytes, String sha256) {
		Participant participant = participants.of(sender);
		List<Arrived> arrived = new ArrayList<>(lines.size());
		List<SyncOutcome> outcomes = new ArrayList<>(lines.size());
		for (byte[] sent : lines) {
			SyncOutcome outcome = take(sender, participant, kind, sent);
			outcomes.add(outcome);
			arrived.add(new Arrived(null, outcome.problem(), sent));
		}
		quotas.count(participant, lines.size(), bytes);
		calls.keep(sender, arrived, outcomes, bytes, sha256);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				CurrentCall.current().ifPresent(CurrentCall::kept);
			}
		});
		return outcomes;
	}

	private SyncOutcome take(Actor sender, Participant participant, Kind kind, byte[] sent) {
		try {
			RecordLine line = judged(participant, kind, RecordReader.read(kind, sent));
			return SyncOutcome.of(store.put(sender, line, clock.instant()));
		}
		catch (RecordReader.Wrong wrong) {
			return SyncOutcome.rejected(wrong.problem());
		}
	}

	private RecordLine judged(Participant participant, Kind kind, RecordReader.Read read) {
		if (read.at().isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
			throw wrong("/at", "dossier.sync.future");
		}
		LocalDate day = LocalDate.ofInstant(read.at(), Page.ZONE);
		Agency agency = agencies.findByExchangeCode(read.agency(), day).orElseThrow(() -> wrong("/agency", "dossier.sync.agency-unknown"));
		if (!participants.speaksFor(participant, agency.id(), day)) {
			throw wrong("/agency", "dossier.sync.agency-other");
		}
		DossierCode code = read.dossier();
		if (code != null) {
			Optional<AgencyId> handled = dossiers.find(code).map(dossier -> dossier.summary().agency());
			if (handled.isEmpty() || !participants.speaksFor(participant, handled.get(), code.receivedOn())) {
				throw wrong("/code", "exchange.record.dossier-unknown");
			}
		}
		return new RecordLine(kind, agency.id(), read.id(), code == null ? null : code.value(), read.period(), read.at(), read.body());
	}

	/** The agency and every unit under it today: whose records a reader sees. */
	Set<Integer> under(AgencyId agency, Instant now) {
		LocalDate today = LocalDate.ofInstant(now, Page.ZONE);
		Set<Integer> units = new HashSet<>(Set.of(agency.value()));
		List<AgencyId> open = new ArrayList<>(List.of(agency));
		while (!open.isEmpty()) {
			AgencyId above = open.removeLast();
			for (Level level : Level.values()) {
				agencies.children(above, level, today).stream().filter(child -> units.add(child.id().value())).forEach(child -> open.add(child.id()));
			}
		}
		return units;
	}

	private static RecordReader.Wrong wrong(String pointer, String rule) {
		return new RecordReader.Wrong(FieldProblem.of(pointer, rule));
	}

}
