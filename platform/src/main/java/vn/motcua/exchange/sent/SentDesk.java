package vn.motcua.exchange.sent;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Service;

import vn.motcua.agency.Agencies;
import vn.motcua.exchange.SentRecord;
import vn.motcua.exchange.SentRecord.Kind;
import vn.motcua.exchange.Participants;
import vn.motcua.exchange.SentQuestions;
import vn.motcua.exchange.SentRecords;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;

/** Reads the records again for those they concern. */
@Service
class SentDesk implements SentRecords, SentQuestions {

	private final RecordStore store;

	private final RecordIntake intake;

	private final Agencies agencies;

	private final Participants participants;

	private final Clock clock;

	SentDesk(RecordStore store, RecordIntake intake, Agencies agencies, Participants participants, Clock clock) {
		this.store = store;
		this.intake = intake;
		this.agencies = agencies;
		this.participants = participants;
		this.clock = clock;
	}

	@Override
	public List<SentRecord> of(DossierCode dossier) {
		return store.ofDossier(dossier.value());
	}

	@Override
	public List<SentRecord> list(Actor reader, Kind kind, int limit, long before) {
		if (reader.kind() == Actor.Kind.AGENCY_SYSTEM) {
			return store.list(kind, under(participants.of(reader).agencies()), limit, before);
		}
		return reader.agency() == null ? List.of() : store.list(kind, under(Set.of(reader.agency())), limit, before);
	}

	private Set<Integer> under(Set<AgencyId> agencies) {
		Set<Integer> units = new HashSet<>();
		agencies.forEach(agency -> units.addAll(intake.under(agency, clock.instant())));
		return units;
	}

	@Override
	public List<SentRecord> published(int limit) {
		return store.list(Kind.QUESTIONS, limit, Long.MAX_VALUE);
	}

	@Override
	public Optional<SentRecord> find(long number) {
		return store.find(Kind.QUESTIONS, number);
	}

	@Override
	public Optional<SentRecord> find(AgencyId agency, String id) {
		return store.find(Kind.QUESTIONS, agency, id);
	}

	@Override
	public List<Statistics> statistics(AgencyId agency, int limit) {
		return store.statistics(intake.under(agency, clock.instant()), limit).stream().map(counted -> {
			StatisticPeriod period = StatisticPeriod.of(counted.period());
			SentRecord sent = counted.sent();
			Figures figures = new Figures(sent.count("received"), sent.count("finished"), sent.count("onTime"));
			return new Statistics(sent, agencies.get(sent.agency(), period.until().minusDays(1)).fullName(), counted.period(), figures, counted.own(), counted.countedAt());
		}).toList();
	}

}
