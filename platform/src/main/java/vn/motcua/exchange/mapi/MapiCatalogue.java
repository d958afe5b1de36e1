package vn.motcua.exchange.mapi;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.ProcedureCode;

/** Procedures, fields and agencies as the national database gives them to one-stop systems. */
@Component
class MapiCatalogue {

	private final Catalogue catalogue;

	private final Agencies agencies;

	private final Clock clock;

	MapiCatalogue(Catalogue catalogue, Agencies agencies, Clock clock) {
		this.catalogue = catalogue;
		this.agencies = agencies;
		this.clock = clock;
	}

	List<?> procedures() {
		return catalogue.all(today()).stream().map(service -> Map.of("MATTHC", service.code().value(), "TENTTHC", service.name().vi(), "MALINHVUC",
				service.field().code(), "TENLINHVUC", service.field().name().vi(), "MACOQUANCONGBO", service.ministry(), "MUCDO", Integer.toString(service.level()), "TRANGTHAI", "1")).toList();
	}

	/** Empty when there is none in force. */
	List<?> procedure(MapiCall call) {
		String written = call.askedFor("maTTHC");
		return Optional.of(written).filter(ProcedureCode::isWellFormed).map(ProcedureCode::new).flatMap(code -> catalogue.findByLocalCode(code, today())).map(MapiProcedure::record)
			.stream().toList();
	}

	List<?> fields() {
		Map<String, Map<String, String>> fields = new LinkedHashMap<>();
		catalogue.all(today()).stream().sorted(Comparator.comparing(service -> service.field().code())).forEach(service -> fields.putIfAbsent(service.field().code(),
				Map.of("MALINHVUC", service.field().code(), "TENLINHVUC", service.field().name().vi(), "MANGANH", service.ministry())));
		return List.copyOf(fields.values());
	}

	/** Every agency of today that has a code, with its code in both schemes. */
	List<?> agencies() {
		LocalDate today = today();
		List<Map<String, String>> rows = new ArrayList<>();
		Map<AgencyId, String> codes = new LinkedHashMap<>();
		for (Level level : List.of(Level.MINISTRY, Level.PROVINCE, Level.DISTRICT, Level.DEPARTMENT, Level.ORGANISATION)) {
			agencies.all(level, today).forEach(agency -> add(rows, codes, agency));
		}
		for (Level above : List.of(Level.PROVINCE, Level.DISTRICT)) {
			agencies.all(above, today).forEach(parent -> agencies.children(parent.id(), Level.COMMUNE, today).forEach(commune -> add(rows, codes, commune)));
		}
		return rows;
	}

	private static void add(List<Map<String, String>> rows, Map<AgencyId, String> codes, Agency agency) {
		String code = agency.exchangeCode();
		if (code == null) {
			return;
		}
		String old = BothSchemes.qcvn102(code);
		codes.put(agency.id(), old);
		Map<String, String> row = new LinkedHashMap<>();
		row.put("MADONVI", old);
		row.put("MADINHDANH", BothSchemes.decision20(code));
		row.put("TENDONVI", agency.fullName().vi());
		row.put("CAPDONVI", level(agency.level()));
		row.put("MADONVICHA", agency.parent() == null ? "" : codes.getOrDefault(agency.parent(), ""));
		rows.add(row);
	}

	private static String level(Level level) {
		return switch (level) {
			case MINISTRY, ORGANISATION -> "1";
			case PROVINCE, DEPARTMENT -> "2";
			case DISTRICT -> "3";
			case COMMUNE -> "4";
		};
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(MapiMoment.ZONE));
	}

	/** For the record of one procedure: the fields it is in. */
	static Map<String, String> field(ServiceVersion service) {
		return Map.of("MALINHVUC", service.field().code(), "TENLINHVUC", service.field().name().vi(), "MANGANH", service.ministry());
	}

}
