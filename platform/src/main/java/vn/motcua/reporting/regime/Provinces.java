package vn.motcua.reporting.regime;

import java.time.LocalDate;
import java.util.Optional;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;

/** Provinces of a day by what officers type: their code or their name, with or without marks. */
record Provinces(Agencies agencies, LocalDate day) {

	Optional<Agency> find(String typed) {
		return agencies.findByCode(Agency.Level.PROVINCE, typed, day)
			.or(() -> agencies.all(Agency.Level.PROVINCE, day).stream().filter(province -> RegimeController.folded(province.name().vi()).equals(RegimeController.folded(typed))).findFirst());
	}

}
