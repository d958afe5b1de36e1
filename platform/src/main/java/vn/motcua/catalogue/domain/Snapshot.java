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

import vn.motcua.catalogue.Abolition;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.ProcedureCode;

/**
 * The published versions as one moment saw them.
 *
 * @param mark where the record of publications ended when it was read
 * @param byId all kept versions
 * @param byCode versions of a service, newest first
 * @param abolitions newest abolition of a service
 */
record Snapshot(Mark mark, Map<Long, ServiceVersion> byId, Map<ProcedureCode, List<ServiceVersion>> byCode, Map<ProcedureCode, Abolition> abolitions) {

	static final Snapshot EMPTY = new Snapshot(new Mark("", ""), Map.of(), Map.of(), Map.of());

	/** State of the record of versions and of that of abolitions, as {@link VersionStore} writes it. */
	record Mark(String version, String abolition) {
	}

	static Snapshot of(Mark mark, List<ServiceVersion> versions, List<Abolition> abolished) {
		Map<Long, ServiceVersion> byId = new HashMap<>();
		Map<ProcedureCode, List<ServiceVersion>> byCode = new HashMap<>();
		for (ServiceVersion version : versions) {
			byId.put(version.id(), version);
			byCode.computeIfAbsent(version.code(), code -> new ArrayList<>()).add(version);
		}
		byCode.replaceAll((code, of) -> of.stream().sorted(Comparator.comparingInt(ServiceVersion::version).reversed()).toList());
		Map<ProcedureCode, Abolition> abolitions = new HashMap<>();
		abolished.forEach(abolition -> abolitions.merge(abolition.code(), abolition, (one, other) -> one.id() > other.id() ? one : other));
		return new Snapshot(mark, Map.copyOf(byId), Map.copyOf(byCode), Map.copyOf(abolitions));
	}

	Optional<ServiceVersion> find(ProcedureCode code, LocalDate on) {
		return byCode.getOrDefault(code, List.of()).stream().filter(version -> inForce(version, on)).findFirst();
	}

	Optional<ServiceVersion> next(ProcedureCode code, LocalDate on) {
		long present = find(code, on).map(ServiceVersion::id).orElse(0L);
		return byCode.getOrDefault(code, List.of()).stream().filter(version -> version.id() > present && version.validFrom().isAfter(on) && inForce(version, version.validFrom()))
			.min(Comparator.comparing(ServiceVersion::validFrom).thenComparing(Comparator.comparingLong(ServiceVersion::id).reversed()));
	}

	/** The abolition of the newest version; one that a later version opened again is none. */
	Optional<Abolition> abolition(ProcedureCode code) {
		long newest = byCode.getOrDefault(code, List.of()).stream().mapToLong(ServiceVersion::id).max().orElse(0);
		return Optional.ofNullable(abolitions.get(code)).filter(abolition -> newest <= abolition.lastVersion());
	}

	List<ServiceVersion> all(LocalDate on) {
		Collator collator = Collator.getInstance(Locale.of("vi"));
		return byCode.keySet().stream().flatMap(code -> find(code, on).stream())
			.sorted(Comparator.<ServiceVersion, String>comparing(version -> version.name().vi(), collator).thenComparing(version -> version.code().value()))
			.toList();
	}

	private boolean inForce(ServiceVersion version, LocalDate on) {
		Abolition abolition = abolitions.get(version.code());
		return (abolition == null || !abolition.closes(version.id(), on)) && !on.isBefore(version.validFrom()) && (version.validUntil() == null || !on.isAfter(version.validUntil()));
	}

}
