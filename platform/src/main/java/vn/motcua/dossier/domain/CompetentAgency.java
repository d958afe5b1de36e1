package vn.motcua.dossier.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.catalogue.ServiceVersion.Handling;
import vn.motcua.kernel.AgencyId;

/** Which agency is competent (<i>cơ quan có thẩm quyền</i>): what the service says, applied to the answers and the tree of the day. */
@Component
class CompetentAgency {

	/** Answer with the unit the applicant chose, where the service leaves the choice. */
	private static final String CHOSEN = "handling.unit";

	private final Agencies agencies;

	CompetentAgency(Agencies agencies) {
		this.agencies = agencies;
	}

	/** @param desk agency whose officer enters the dossier: the choice, where the service leaves it; {@code null} for none */
	Optional<Agency> find(Handling handling, JsonNode answers, @Nullable AgencyId desk, LocalDate on) {
		if (handling.agency() != null) {
			return agencies.findByExchangeCode(handling.agency(), on);
		}
		if (handling.address() == null && desk != null) {
			return Optional.of(agencies.get(desk, on)).filter(agency -> serves(agency, handling));
		}
		JsonNode place = at(answers, handling.address() == null ? CHOSEN : handling.address());
		Optional<Agency> unit = unit(Level.valueOf(handling.level().toUpperCase(Locale.ROOT)), place, on);
		if (handling.department() == null) {
			return unit;
		}
		return unit.flatMap(territory -> department(territory, handling, on));
	}

	/** The first kind that exists on the day; where none does, the department that took over from the first. */
	private Optional<Agency> department(Agency territory, Handling handling, LocalDate on) {
		List<Agency> found = kinds(handling).flatMap(kind -> agencies.department(territory.id(), kind, on).stream()).toList();
		return found.stream().filter(agency -> serves(agency, handling)).findFirst().or(() -> found.stream().findFirst());
	}

	private static boolean serves(Agency agency, Handling handling) {
		return handling.department() == null ? agency.level().name().equalsIgnoreCase(handling.level()) : kinds(handling).anyMatch(agency.kind()::equals);
	}

	/** Kinds of department in the order of preference. */
	private static Stream<String> kinds(Handling handling) {
		return Stream.of(Objects.requireNonNullElse(handling.department(), "").split(" "));
	}

	/** Pointer into the answers to what decides, for the problem when nothing is found. */
	static String pointer(Handling handling) {
		return "/answers/" + (handling.address() == null ? CHOSEN : handling.address()).replace('.', '/');
	}

	/** Where no districts exist any more, the commune of the address answers. */
	private Optional<Agency> unit(Level level, JsonNode place, LocalDate on) {
		if (place.isString()) {
			String code = place.asString();
			return agencies.findByCode(level, code, on).or(() -> agencies.findByExchangeCode(code, on));
		}
		List<Level> levels = level == Level.DISTRICT ? List.of(Level.DISTRICT, Level.COMMUNE) : List.of(level);
		return levels.stream().map(one -> agencies.findByCode(one, place.path(one.name().toLowerCase(Locale.ROOT)).asString(""), on))
			.flatMap(Optional::stream).findFirst();
	}

	private static JsonNode at(JsonNode answers, String path) {
		JsonNode node = answers;
		for (String name : path.split("\\.")) {
			node = node.path(name);
		}
		return node;
	}

}
