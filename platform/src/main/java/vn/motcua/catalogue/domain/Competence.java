package vn.motcua.catalogue.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Handling;

/** Which agencies have to do with a procedure: those that handle it and those above them. */
@Component
public class Competence {

	private static final List<Level> TERRITORY = List.of(Level.PROVINCE, Level.DISTRICT, Level.COMMUNE);

	private final Agencies agencies;

	Competence(Agencies agencies) {
		this.agencies = agencies;
	}

	/** Whether the agency itself handles dossiers of this procedure. */
	public boolean handles(ServiceVersion service, Agency agency, LocalDate on) {
		Handling handling = service.handling();
		if (handling.agency() != null) {
			return agencies.findByExchangeCode(handling.agency(), on).filter(fixed -> fixed.id().equals(agency.id())).isPresent();
		}
		if (handling.department() != null) {
			return agency.level() == Level.DEPARTMENT && List.of(handling.department().split(" ")).contains(agency.kind());
		}
		return agency.level().name().equals(handling.level().toUpperCase(Locale.ROOT));
	}

	/** Whether it handles the procedure or stands above agencies that do. */
	public boolean mayOffer(ServiceVersion service, Agency agency, LocalDate on) {
		Handling handling = service.handling();
		if (handles(service, agency, on)) {
			return true;
		}
		if (handling.agency() != null) {
			return agencies.findByExchangeCode(handling.agency(), on).stream().flatMap(fixed -> agencies.withAncestors(fixed.id(), on).stream())
				.anyMatch(above -> above.id().equals(agency.id()));
		}
		int at = TERRITORY.indexOf(agency.level());
		int handled = TERRITORY.indexOf(level(handling));
		return at >= 0 && handled >= 0 && at <= handled;
	}

	private static Level level(Handling handling) {
		return Level.valueOf(handling.level().toUpperCase(Locale.ROOT));
	}

}
