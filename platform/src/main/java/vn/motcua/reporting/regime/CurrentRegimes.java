package vn.motcua.reporting.regime;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.WorkingCalendars;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportPeriod;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.regime.DesignRegister.Entry;
import vn.motcua.site.Page;

/** Regimes as their versions in force say. */
@Component
class CurrentRegimes implements Regimes {

	private final Design design;

	private final RegimeStore store;

	private final WorkingCalendars calendars;

	private final Clock clock;

	CurrentRegimes(Design design, RegimeStore store, WorkingCalendars calendars, Clock clock) {
		this.design = design;
		this.store = store;
		this.calendars = calendars;
		this.clock = clock;
	}

	@Override
	public Optional<Regime> find(RegimeCode code) {
		LocalDate today = today();
		return design.register().entry(code).flatMap(entry -> entry.on(today).map(entry::regime));
	}

	@Override
	public Regime get(int number) {
		Entry entry = entry(number);
		return entry.on(today()).map(entry::regime).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	@Override
	public Regime get(int number, int version) {
		Entry entry = entry(number);
		return entry.version(version).map(entry::regime).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	@Override
	public List<Regime> all() {
		LocalDate today = today();
		return design.register().regimes().values().stream().sorted(Comparator.comparing(Entry::code)).limit(2_000)
			.flatMap(entry -> entry.on(today).map(entry::regime).stream()).toList();
	}

	@Override
	public Template template(int regime, LocalDate period) {
		Opening opened = design.opened(regime).get(period);
		Entry entry = entry(regime);
		Optional<RegimeVersion> version = opened == null ? entry.on(period) : entry.version(opened.regimeVersion());
		return version.map(RegimeVersion::template).orElse(Template.EMPTY);
	}

	@Override
	public List<Opening> periods(int regime, LocalDate from, LocalDate to) {
		Map<LocalDate, Opening> found = new TreeMap<>();
		for (RegimeVersion version : entry(regime).versions()) {
			for (ReportPeriod period : version.content().rule().within(from, to)) {
				if (version.inForce(period.starts())) {
					found.put(period.starts(), version.content().rule().opening(period, version.number(), calendars.national()));
				}
			}
		}
		design.opened(regime).forEach((starts, opening) -> {
			if (!starts.isBefore(from) && !starts.isAfter(to)) {
				found.put(starts, opening);
			}
		});
		return new ArrayList<>(found.values());
	}

	@Override
	public Optional<Opening> period(int regime, String code) {
		Optional<Opening> opened = design.opened(regime).values().stream().filter(opening -> opening.period().code().equals(code)).findFirst();
		return opened.isPresent() ? opened : planned(regime, code);
	}

	@Override
	public Opening open(int regime, String code) {
		Opening opening = period(regime, code).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		Opening fixed = store.open(regime, opening, clock.instant());
		design.periodsChanged(regime);
		return fixed;
	}

	@Override
	public void close(int regime, LocalDate starts) {
		store.close(regime, starts, clock.instant());
		design.periodsChanged(regime);
	}

	@Override
	public Optional<Instant> closesAt(int regime, Opening opening, @Nullable Instant madeOutAt) {
		return entry(regime).version(opening.regimeVersion()).flatMap(version -> version.content().rule().closes(opening, madeOutAt, calendars.national()));
	}

	private Optional<Opening> planned(int regime, String code) {
		for (RegimeVersion version : entry(regime).versions().reversed()) {
			Optional<ReportPeriod> period = version.content().rule().find(code).filter(one -> version.inForce(one.starts()));
			if (period.isPresent()) {
				return period.map(one -> version.content().rule().opening(one, version.number(), calendars.national()));
			}
		}
		return Optional.empty();
	}

	private Entry entry(int number) {
		Entry entry = design.register().regimes().get(number);
		if (entry == null) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		return entry;
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
