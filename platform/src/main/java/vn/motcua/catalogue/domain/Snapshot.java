package vn.motcua.catalogue.domain;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.ProcedureCode;

/**
 * The published versions as one moment saw them.
 *
 * @param lastId number of the newest version when it was read
 * @param byId all kept versions
 * @param byCode versions of a service, newest first
 */
record Snapshot(long lastId, Map<Long, ServiceVersion> byId, Map<ProcedureCode, List<ServiceVersion>> byCode) {

	static final Snapshot EMPTY = new Snapshot(0, Map.of(), Map.of());

	static Snapshot of(long lastId, List<ServiceVersion> versions) {
		Map<Long, ServiceVersion> byId = new HashMap<>();
		Map<ProcedureCode, List<ServiceVersion>> byCode = new HashMap<>();
		for (ServiceVersion version : versions) {
			byId.put(version.id(), version);
			byCode.computeIfAbsent(version.code(), code -> new ArrayList<>()).add(version);
		}
		byCode.replaceAll((code, of) -> of.stream().sorted(Comparator.comparingInt(ServiceVersion::version).reversed()).toList());
		return new Snapshot(lastId, Map.copyOf(byId), Map.copyOf(byCode));
	}

	Optional<ServiceVersion> find(ProcedureCode code, LocalDate on) {
		return byCode.getOrDefault(code, List.of()).stream().filter(version -> inForce(version, on)).findFirst();
	}

	List<ServiceVersion> all(LocalDate on) {
		Collator collator = Collator.getInstance(Locale.of("vi"));
		return byCode.keySet().stream().flatMap(code -> find(code, on).stream())
			.sorted(Comparator.<ServiceVersion, String>comparing(version -> version.name().vi(), collator).thenComparing(version -> version.code().value()))
			.toList();
	}

	private static boolean inForce(ServiceVersion version, LocalDate on) {
		return !on.isBefore(version.validFrom()) && (version.validUntil() == null || !on.isAfter(version.validUntil()));
	}

}
