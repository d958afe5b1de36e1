package vn.motcua.reporting.counted;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.Channel;

/** Indicators of form II.07b and which procedures each counts. */
enum ProcedureIndicator {

	/** Under the authority of the level. */
	TTHC0501(service -> true),
	/** Taken in at the one-stop desk. */
	TTHC0502(service -> service.channels().contains(Channel.DESK)),
	/** With an internal work flow of their own. */
	TTHC0503(service -> service.process() != null || service.cases().stream().anyMatch(each -> each.process() != null));

	private final Predicate<ServiceVersion> counted;

	ProcedureIndicator(Predicate<ServiceVersion> counted) {
		this.counted = counted;
	}

	static Optional<ProcedureIndicator> find(String code) {
		return Arrays.stream(values()).filter(each -> each.name().equals(code)).findFirst();
	}

	boolean counts(ServiceVersion service) {
		return counted.test(service);
	}

}
