package vn.motcua.reporting.analysis;

import java.util.Locale;
import java.util.Optional;

import vn.motcua.agency.Agency;

/** Level of the units that a question is about. */
public enum UnitLevel {

	COUNTRY, MINISTRY, PROVINCE, DISTRICT, COMMUNE, DEPARTMENT, ORGANISATION;

	public static UnitLevel of(Agency agency) {
		return valueOf(agency.level().name());
	}

	public static Optional<UnitLevel> find(String word) {
		for (UnitLevel level : values()) {
			if (level.word().equals(word.toLowerCase(Locale.ROOT))) {
				return Optional.of(level);
			}
		}
		return Optional.empty();
	}

	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Nothing is under such a unit in a tree of reports: its sheet is all there is. */
	public boolean leaf() {
		return this == COMMUNE || this == DEPARTMENT || this == ORGANISATION;
	}

}
