package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.ProcedureCode;

/** Online services as they are published. Published versions are immutable and answered from memory. */
public interface Catalogue {

	/** The version in force on a day, open to new dossiers. */
	Optional<ServiceVersion> find(ProcedureCode code, LocalDate on);

	/**
	 * As {@link #find}, for a code that may be a province's copy ({@code 1.001193.000.00.00.H26}): the copy where it is published itself, else the national
	 * procedure that it is a copy of.
	 */
	default Optional<ServiceVersion> findByLocalCode(ProcedureCode code, LocalDate on) {
		return find(code, on).or(() -> find(code.national(), on));
	}

	/** The version that takes the place of the one in force on a day, soonest; empty when none is published yet. */
	Optional<ServiceVersion> next(ProcedureCode code, LocalDate on);

	/** The abolition that closes a service on a day, or will close it later; empty while there is none. */
	Optional<Abolition> abolition(ProcedureCode code);

	/** A version by its number, in force or not. */
	ServiceVersion get(long versionId);

	/** The version with this number of a service, 1 for the first; empty when there is none. */
	Optional<ServiceVersion> version(ProcedureCode code, int version);

	/** All services in force on a day, by name. */
	List<ServiceVersion> all(LocalDate on);

	/**
	 * Case, components, fees and time for a set of answers, evaluated by FEEL.
	 * @param on day whose prices and validity hold
	 */
	default Assessment assess(ServiceVersion service, JsonNode answers, Channel channel, LocalDate on) {
		return assess(service, answers, channel, on, null);
	}

	/** As above, by the terms of the agency that handles it. */
	Assessment assess(ServiceVersion service, JsonNode answers, Channel channel, LocalDate on, @Nullable Offer offer);

}
