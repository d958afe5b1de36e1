package vn.motcua.reporting.counted;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;

/**
 * Form II.07b: how many procedures are under the authority of each level, taken in at the one-stop desk, and with an internal work flow; counted from the catalogue as it is in
 * force on the last day of the period. A province states it for all levels in it, since procedures are the same in all its communes and do not add up.
 */
@Component
class ProceduresForm implements CountedForm {

	/** Items of the dimension by level. */
	private static final Map<String, Level> LEVELS = Map.of("CAP=TINH", Level.PROVINCE, "CAP=HUYEN", Level.DISTRICT, "CAP=XA", Level.COMMUNE);

	private final Catalogue catalogue;

	private final Agencies agencies;

	private final Cells cells;

	ProceduresForm(Catalogue catalogue, Agencies agencies, Cells cells) {
		this.catalogue = catalogue;
		this.agencies = agencies;
		this.cells = cells;
	}

	@Override
	public List<Map<Integer, Map<Integer, Long>>> counts(List<CountedPeriod> periods) {
		return periods.stream().map(this::counts).toList();
	}

	private Map<Integer, Map<Integer, Long>> counts(CountedPeriod period) {
		LocalDate day = period.day();
		List<ServiceVersion> services = catalogue.all(day);
		Map<Integer, Map<Integer, Long>> counts = new TreeMap<>();
		for (Agency province : agencies.all(Level.PROVINCE, day)) {
			Map<Integer, Long> own = new TreeMap<>();
			for (Cell cell : cells.of(period.regime().number())) {
				Set<Level> levels = levels(cell.breakdown().value(), province.id(), day);
				ProcedureIndicator.find(cell.indicator().value()).filter(indicator -> !levels.isEmpty())
					.ifPresent(indicator -> own.put(cell.position(), (long) of(services, indicator, levels).size()));
			}
			if (!own.isEmpty()) {
				counts.put(province.id().value(), own);
			}
		}
		return counts;
	}

	/** The procedures behind a figure, by name. @param part {@code CAP=TINH}, or nothing for all levels */
	List<ServiceVersion> procedures(ProcedureIndicator indicator, String part, AgencyId province, LocalDate day) {
		Set<Level> levels = EnumSet.noneOf(Level.class);
		(part.isEmpty() ? LEVELS.keySet() : Set.of(part)).forEach(each -> levels.addAll(levels(each, province, day)));
		return of(catalogue.all(day), indicator, levels);
	}

	/** Levels that a row stands for. Since there are no districts any more, what was theirs is the communes'; their row stays empty. */
	private Set<Level> levels(String part, AgencyId province, LocalDate day) {
		Level level = LEVELS.get(part);
		if (level == null) {
			return Set.of();
		}
		boolean districts = !agencies.children(province, Level.DISTRICT, day).isEmpty();
		return switch (level) {
			case DISTRICT -> districts ? Set.of(level) : Set.of();
			case COMMUNE -> districts ? Set.of(level) : Set.of(level, Level.DISTRICT);
			case PROVINCE, MINISTRY, DEPARTMENT, ORGANISATION -> Set.of(level);
		};
	}

	private static List<ServiceVersion> of(List<ServiceVersion> services, ProcedureIndicator indicator, Set<Level> levels) {
		Set<String> names = levels.stream().map(level -> level.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
		return services.stream().filter(service -> indicator.counts(service) && names.contains(service.handling().level().toLowerCase(Locale.ROOT))).toList();
	}

}
