package vn.motcua.reporting.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Which units a question is about, by the trees of its days. */
@Component
class Units {

	private final Agencies agencies;

	private final Remembered<List<Unit>> remembered = new Remembered<>(64);

	/** Of a whole level, in their order: ten thousand are not put in order for every question. */
	private final Remembered<List<Unit>> levels = new Remembered<>(64);

	Units(Agencies agencies) {
		this.agencies = agencies;
	}

	/** Units that stood on any of the days, in the order of their codes: on the day of {@code asOf} alone when there is one. */
	List<Unit> of(Question question, List<LocalDate> days) {
		if (question.level() == UnitLevel.COUNTRY || question.level() == null && question.agencies().isEmpty()) {
			return List.of(Unit.COUNTRY);
		}
		List<LocalDate> trees = question.asOf() != null ? List.of(question.asOf()) : days.isEmpty() ? List.of(question.to()) : days;
		if (question.agencies().isEmpty()) {
			return levels.get(List.of(question.level(), trees, agencies.version()), () -> {
				Map<Integer, Unit> units = new LinkedHashMap<>();
				spread(question, null, trees, units);
				return inOrder(units);
			});
		}
		Map<Integer, Unit> units = new LinkedHashMap<>();
		for (String agency : question.agencies()) {
			Unit named = named(agency, question.asOf() != null ? question.asOf() : question.to(), question.from());
			if (question.level() == null) {
				units.put(named.number(), named);
			}
			else {
				spread(question, named.number() == 0 ? null : named, trees, units);
			}
		}
		return inOrder(units);
	}

	private static List<Unit> inOrder(Map<Integer, Unit> units) {
		return units.values().stream().sorted(java.util.Comparator.comparing(Unit::code).thenComparingInt(Unit::number)).toList();
	}

	/** By a statistics code, an exchange code, {@code id:} and a number, or {@code VN}. */
	Optional<Unit> find(String word, LocalDate on) {
		if (word.equals(Unit.COUNTRY_CODE)) {
			return Optional.of(Unit.COUNTRY);
		}
		if (word.matches("id:[1-9]\\d{0,8}")) {
			int number = Integer.parseInt(word.substring(3));
			return agencies.history(new AgencyId(number)).isEmpty() ? Optional.empty() : Optional.of(Unit.of(agencies.get(new AgencyId(number), on)));
		}
		if (word.matches("\\d{2}|\\d{3}|\\d{5}")) {
			Level level = word.length() == 2 ? Level.PROVINCE : word.length() == 3 ? Level.DISTRICT : Level.COMMUNE;
			return agencies.findByCode(level, word, on).map(Unit::of);
		}
		return word.length() <= 20 ? agencies.findByExchangeCode(word, on).map(Unit::of) : Optional.empty();
	}

	/** Units directly under one in which figures are summed, on a day. */
	List<Unit> below(Unit unit, LocalDate on) {
		if (unit.number() == 0) {
			return Stream.of(Level.PROVINCE, Level.MINISTRY).flatMap(level -> agencies.all(level, on).stream()).map(Unit::of).toList();
		}
		return Stream.of(Level.DISTRICT, Level.COMMUNE, Level.DEPARTMENT, Level.ORGANISATION)
			.flatMap(level -> agencies.children(new AgencyId(unit.number()), level, on).stream()).map(Unit::of).toList();
	}

	private Unit named(String word, LocalDate on, LocalDate before) {
		return find(word, on).or(() -> find(word, before))
			.orElseThrow(() -> new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/agency", "reporting.analysis.agency", "value", word.length() > 40 ? word.substring(0, 40) : word))));
	}

	/** A stretch whose ends have the same units had them all the time; else it is looked at in halves. */
	private void spread(Question question, @Nullable Unit above, List<LocalDate> days, Map<Integer, Unit> into) {
		UnitLevel level = java.util.Objects.requireNonNull(question.level());
		List<Unit> first = under(level, above, days.getFirst());
		first.forEach(unit -> into.put(unit.number(), unit));
		if (days.size() == 1) {
			return;
		}
		List<Unit> last = under(level, above, days.getLast());
		last.forEach(unit -> into.put(unit.number(), unit));
		if (days.size() > 2 && !numbers(first).equals(numbers(last))) {
			spread(question, above, days.subList(0, days.size() / 2 + 1), into);
			spread(question, above, days.subList(days.size() / 2, days.size()), into);
		}
	}

	private static List<Integer> numbers(List<Unit> units) {
		return units.stream().map(Unit::number).toList();
	}

	private List<Unit> under(UnitLevel level, @Nullable Unit above, LocalDate on) {
		return remembered.get(List.of(level, above == null ? 0 : above.number(), on, agencies.version()), () -> found(level, above, on));
	}

	private List<Unit> found(UnitLevel level, @Nullable Unit above, LocalDate on) {
		return switch (level) {
			case COUNTRY -> List.of(Unit.COUNTRY);
			case PROVINCE, MINISTRY -> above != null ? List.of() : units(agencies.all(Level.valueOf(level.name()), on).stream());
			case DISTRICT -> units(tops(above, on).stream().flatMap(top -> agencies.children(top.id(), Level.DISTRICT, on).stream()));
			case COMMUNE -> units(tops(above, on).stream().flatMap(top -> communes(top, on)));
			case DEPARTMENT, ORGANISATION -> above == null ? List.of() : units(agencies.children(new AgencyId(above.number()), Level.valueOf(level.name()), on).stream());
		};
	}

	private List<Agency> tops(@Nullable Unit above, LocalDate on) {
		return above == null ? agencies.all(Level.PROVINCE, on) : agencies.find(new AgencyId(above.number()), on).stream().toList();
	}

	private Stream<Agency> communes(Agency top, LocalDate on) {
		return Stream.concat(agencies.children(top.id(), Level.COMMUNE, on).stream(),
				agencies.children(top.id(), Level.DISTRICT, on).stream().flatMap(district -> agencies.children(district.id(), Level.COMMUNE, on).stream()));
	}

	private static List<Unit> units(Stream<Agency> agencies) {
		return agencies.map(Unit::of).toList();
	}

}
