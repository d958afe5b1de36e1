package vn.motcua.reporting.regime;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes.Opening;

/**
 * All regimes and indicators as they stood at one version of the design; never changed, replaced by the next.
 *
 * @param indicators all, also what only drafts ask for
 * @param published those that are packaged, or have places in sheets
 * @param opened periods that were opened, by regime, read when first asked for
 */
record DesignRegister(long version, Map<Integer, Entry> regimes, Map<RegimeCode, Integer> numbers, List<Indicator> indicators, List<Indicator> published,
		Map<IndicatorCode, Indicator> byCode, List<Dimension> dimensions, Map<Integer, Map<LocalDate, Opening>> opened) {

	static final DesignRegister NONE = new DesignRegister(-1, Map.of(), Map.of(), List.of(), List.of(), Map.of(), List.of(), new ConcurrentHashMap<>());

	/** A regime with its published versions, oldest first. */
	record Entry(int number, RegimeCode code, AgencyId owner, PeriodType type, List<RegimeVersion> versions) {

		/** In force on the day; else the last that was, else the first that will be. */
		Optional<RegimeVersion> on(LocalDate day) {
			return versions.stream().filter(version -> version.inForce(day)).reduce((_, later) -> later)
				.or(() -> versions.stream().filter(version -> !version.validFrom().isAfter(day)).reduce((_, later) -> later))
				.or(() -> versions.stream().findFirst());
		}

		/** In force on the day and no other. */
		Optional<RegimeVersion> inForce(LocalDate day) {
			return versions.stream().filter(version -> version.inForce(day)).reduce((_, later) -> later);
		}

		Optional<RegimeVersion> version(int wanted) {
			return versions.stream().filter(version -> version.number() == wanted).findFirst();
		}

		Regime regime(RegimeVersion version) {
			RegimeContent content = version.content();
			return new Regime(number, code, version.number(), content.name(), content.content(), owner, content.legalBasis(), type,
					content.subjects().stream().sorted(Comparator.comparing(DesignRegister::rank)).toList(), content.departmentKind(),
					content.provinces().stream().map(AgencyId::new).toList(), content.methods(), RuleWords.deadline(content.rule()), RuleWords.cutOff(content.rule()),
					content.outline(), content.guidance(), content.burden(), version.validFrom(), version.validUntil(), content.source());
		}

	}

	/** From the bottom of the chain up. */
	static int rank(Agency.Level level) {
		return switch (level) {
			case ORGANISATION -> 0;
			case COMMUNE -> 1;
			case DISTRICT -> 2;
			case DEPARTMENT -> 3;
			case PROVINCE -> 4;
			case MINISTRY -> 5;
		};
	}

	Optional<Entry> entry(RegimeCode code) {
		return Optional.ofNullable(numbers.get(code)).map(regimes::get);
	}

}
