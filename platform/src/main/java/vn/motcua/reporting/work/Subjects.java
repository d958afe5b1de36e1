package vn.motcua.reporting.work;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Territory;

/**
 * Who owes a report under a regime by the tree of a day, and to whom: each to the next level above that reports too, the uppermost to the regime's
 * owner (<i>đối tượng báo cáo, cơ quan nhận báo cáo</i>, Decree 09/2019/NĐ-CP art. 5); of a local agency's regime only those in its {@link Territory}.
 */
@Component
class Subjects {

	/** The regime's owner, in place of a receiver. */
	static final int OWNER = 0;

	private final Agencies agencies;

	Subjects(Agencies agencies) {
		this.agencies = agencies;
	}

	record Owed(int agency, int receiver) {
	}

	List<Owed> of(Regime regime, LocalDate day) {
		Territory territory = Territory.of(agencies, regime, day);
		Walk walk = new Walk(regime, territory, day);
		if (regime.subjects().contains(Level.MINISTRY) && territory.holds(Level.MINISTRY)) {
			agencies.all(Level.MINISTRY, day).forEach(ministry -> walk.owed.putIfAbsent(ministry.id().value(), OWNER));
		}
		Agency unit = territory.unit();
		if (unit != null && unit.level() == Level.DISTRICT) {
			walk.district(unit, OWNER);
		}
		Set<AgencyId> chosen = regime.provinces().stream().flatMap(province -> agencies.answering(province, day).stream()).map(Agency::id).collect(Collectors.toSet());
		agencies.all(Level.PROVINCE, day).stream().filter(province -> territory.holds(province.id()) && (regime.provinces().isEmpty() || chosen.contains(province.id())))
			.forEach(walk::province);
		return walk.owed.entrySet().stream().map(entry -> new Owed(entry.getKey(), entry.getValue())).toList();
	}

	/** One way down the tree, from the provinces to the communes. */
	private final class Walk {

		private final Regime regime;

		private final Territory territory;

		private final LocalDate day;

		private final List<AgencyId> owners;

		private final Map<Integer, Integer> owed = new LinkedHashMap<>();

		Walk(Regime regime, Territory territory, LocalDate day) {
			this.regime = regime;
			this.territory = territory;
			this.day = day;
			this.owners = agencies.heirs(regime.owner(), day);
		}

		void province(Agency province) {
			departments(province);
			int receiver = owes(province, OWNER);
			agencies.children(province.id(), Level.DISTRICT, day).stream().filter(this::asked).forEach(district -> district(district, receiver));
			communes(province, receiver);
		}

		void district(Agency district, int receiver) {
			communes(district, owes(district, receiver));
		}

		/** Departments of the regime's kind at the provinces report to its owner. */
		private void departments(Agency province) {
			if (regime.departmentKind() != null && regime.subjects().contains(Level.DEPARTMENT)) {
				agencies.department(province.id(), regime.departmentKind(), day).ifPresent(department -> owed.putIfAbsent(department.id().value(), OWNER));
			}
		}

		private void communes(Agency parent, int receiver) {
			if (regime.subjects().contains(Level.COMMUNE)) {
				agencies.children(parent.id(), Level.COMMUNE, day).stream().filter(this::asked).forEach(commune -> owes(commune, receiver));
			}
		}

		private boolean asked(Agency below) {
			return territory.asks(agencies, below.id(), day);
		}

		/** Whom those below report to: the unit when it reports itself, else whom it would report to; who issued the regime, or took that one's place, receives as such. */
		private int owes(Agency territory, int receiver) {
			if (!regime.subjects().contains(territory.level())) {
				return receiver;
			}
			Integer reporter = reporter(territory);
			if (reporter == null) {
				return receiver;
			}
			if (reporter != receiver) {
				owed.putIfAbsent(reporter, receiver);
			}
			return owners.contains(new AgencyId(reporter)) ? OWNER : reporter;
		}

		private @Nullable Integer reporter(Agency territory) {
			if (regime.departmentKind() == null) {
				return territory.id().value();
			}
			return agencies.department(territory.id(), regime.departmentKind(), day).map(department -> department.id().value()).orElse(null);
		}

	}

}
