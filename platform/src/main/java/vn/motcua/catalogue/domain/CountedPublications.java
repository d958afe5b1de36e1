package vn.motcua.catalogue.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.WorkingCalendars;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Offers;
import vn.motcua.catalogue.PublicationFigures;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;

/** Counts the figures of publication from their lines, every time they are asked for: nothing is kept that could differ. */
@Service
class CountedPublications implements PublicationFigures {

	private final Catalogue catalogue;

	private final Offers offers;

	private final DecisionStore decisions;

	private final Agencies agencies;

	private final WorkingCalendars calendars;

	CountedPublications(Catalogue catalogue, Offers offers, DecisionStore decisions, Agencies agencies, WorkingCalendars calendars) {
		this.catalogue = catalogue;
		this.offers = offers;
		this.decisions = decisions;
		this.agencies = agencies;
		this.calendars = calendars;
	}

	@Override
	public Summary summary(LocalDate on, Limit limit, @Nullable String after) {
		Map<Figure, Count> total = new EnumMap<>(Figure.class);
		Map<String, Map<Figure, Count>> byAgency = new TreeMap<>(Comparator.comparing(CountedPublications::place));
		Map<String, LocalizedText> names = new HashMap<>();
		long missing = 0;
		long records = 0;
		for (Figure figure : Figure.values()) {
			List<Line> lines = all(figure, on);
			total.put(figure, count(lines));
			lines.stream().collect(java.util.stream.Collectors.groupingBy(Line::agency)).forEach((agency, its) -> {
				names.putIfAbsent(agency, its.getFirst().agencyName());
				byAgency.computeIfAbsent(agency, code -> new EnumMap<>(Figure.class)).put(figure, count(its));
			});
			if (figure == Figure.COMPLETE) {
				records = lines.size();
				missing = lines.stream().mapToLong(line -> line.missing().size()).sum();
			}
		}
		for (DecisionStore.Offered offered : decisions.offered(on)) {
			String agency = String.valueOf(offered.agency());
			Map<Figure, Count> counts = byAgency.computeIfAbsent(agency, code -> new EnumMap<>(Figure.class));
			counts.put(Figure.SERVICES, new Count(offered.services(), offered.services()));
			counts.put(Figure.ONLINE, new Count(offered.online(), offered.services()));
		}
		long asked = records * RecordPart.values().length;
		return new Summary(on, total, new Count(asked - missing, asked), part(byAgency.keySet(), limit, after).map(agency -> new AgencyFigures(agency,
				names.containsKey(agency) ? names.get(agency) : name(Integer.parseInt(agency), on), byAgency.get(agency))));
	}

	private static Slice<String> part(Set<String> agencies, Limit limit, @Nullable String after) {
		Cursor last = Cursor.decode(after, 1);
		String from = last == null ? "" : last.keys().getFirst();
		List<String> found = agencies.stream().filter(agency -> place(agency).compareTo(from) > 0).limit(limit.value() + 1L).toList();
		return Slice.of(found, limit.value(), agency -> Cursor.of(place(agency)));
	}

	/** Ministries by their code, then the others by their number. */
	private static String place(String agency) {
		return Character.isDigit(agency.charAt(0)) ? "~" + "0".repeat(Math.max(0, 10 - agency.length())) + agency : agency;
	}

	@Override
	public Slice<Line> lines(Figure figure, @Nullable String agency, LocalDate on, Limit limit, @Nullable String after) {
		boolean offered = agency != null && agency.matches("[1-9]\\d{0,8}") && (figure == Figure.SERVICES || figure == Figure.ONLINE);
		if (offered) {
			AgencyId id = new AgencyId(Integer.parseInt(agency));
			return offers.at(id, on, limit, after).map(offer -> new Line(agency, name(id.value(), on), offer.code(), serviceName(offer.code(), on), offer.terms().level(),
					offer.terms().level() >= 3, null, List.of()));
		}
		Cursor place = Cursor.decode(after, 1);
		String from = place == null ? "" : place.keys().getFirst();
		List<Line> found = all(figure, on).stream().filter(line -> agency == null || line.agency().equals(agency)).filter(line -> key(line).compareTo(from) > 0)
			.limit(limit.value() + 1L).toList();
		return Slice.of(found, limit.value(), line -> Cursor.of(key(line)));
	}

	/** All lines of a figure in a stable order. */
	private List<Line> all(Figure figure, LocalDate on) {
		Stream<Line> lines = switch (figure) {
			case SERVICES -> catalogue.all(on).stream().map(service -> line(service, true, List.of(), on));
			case ONLINE -> catalogue.all(on).stream().map(service -> line(service, service.level() >= 3, List.of(), on));
			case COMPLETE -> records(on).stream();
			case DECIDED_IN_TIME, ENTERED_IN_TIME -> decided(figure, on).stream();
		};
		return lines.sorted(Comparator.comparing(CountedPublications::key)).toList();
	}

	private List<Line> records(LocalDate on) {
		Set<Long> decided = new HashSet<>(decisions.decidedVersions());
		return catalogue.all(on).stream().map(service -> {
			List<RecordPart> missing = RecordCompleteness.missing(service, decided.contains(service.id()));
			return line(service, missing.isEmpty(), missing, on);
		}).toList();
	}

	private List<Line> decided(Figure figure, LocalDate on) {
		DecisionTiming timing = new DecisionTiming(calendars.national());
		List<Line> lines = new ArrayList<>();
		for (DecisionStore.Row row : decisions.decisions()) {
			boolean ministry = row.ministry() != null || level(row.agency(), on) == Agency.Level.MINISTRY;
			DecisionTiming.Decided decision = new DecisionTiming.Decided(row.number(), row.decidedOn(), row.effectiveOn(), row.enteredOn(), !ministry);
			DecisionDays days = figure == Figure.DECIDED_IN_TIME ? timing.beforeEffect(decision) : timing.untilEntry(decision);
			boolean met = figure == Figure.DECIDED_IN_TIME ? DecisionTiming.decidedInTime(days) : DecisionTiming.enteredInTime(days);
			String agency = row.ministry() == null ? String.valueOf(row.agency()) : row.ministry();
			LocalizedText name = row.ministry() == null ? name(row.agency(), on) : ministry(row.ministry(), on, row.decidedOn());
			lines.add(new Line(agency, name, row.code(), serviceName(row.code(), on), 0, met, days, List.of()));
		}
		return lines;
	}

	private Line line(ServiceVersion service, boolean met, List<RecordPart> missing, LocalDate on) {
		return new Line(service.ministry(), ministry(service.ministry(), on, service.validFrom()), service.code(), service.name(), service.level(), met, null, missing);
	}

	private static Count count(List<Line> lines) {
		return new Count(lines.stream().filter(Line::met).count(), lines.size());
	}

	private static String key(Line line) {
		DecisionDays days = line.days();
		return line.agency() + " " + line.code() + (days == null ? "" : " " + days.decidedOn() + " " + days.effectiveOn() + " " + days.number());
	}

	private LocalizedText serviceName(ProcedureCode code, LocalDate on) {
		return catalogue.find(code, on).map(ServiceVersion::name).or(() -> catalogue.abolition(code).map(end -> catalogue.get(end.lastVersion()).name()))
			.or(() -> catalogue.next(code, on).map(ServiceVersion::name)).orElse(LocalizedText.same(code.value()));
	}

	/** Its name of today; of the day when it published where it has ended since. */
	private LocalizedText ministry(String code, LocalDate on, LocalDate then) {
		return agencies.findByExchangeCode(code, on).or(() -> agencies.findByExchangeCode(code, then)).map(Agency::fullName).orElse(LocalizedText.same(code));
	}

	private LocalizedText name(int agency, LocalDate on) {
		return agencies.get(new AgencyId(agency), on).fullName();
	}

	private Agency.Level level(int agency, LocalDate on) {
		return agencies.get(new AgencyId(agency), on).level();
	}

}
