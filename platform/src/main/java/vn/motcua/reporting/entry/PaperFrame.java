package vn.motcua.reporting.entry;

import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;

/**
 * What stands around a report on paper beside the agency's own name (Decree 30/2020/NĐ-CP, parts of a document).
 *
 * @param above agency it stands under, empty for none
 * @param place where it was written
 * @param recipients whom it goes to
 */
record PaperFrame(String above, String place, List<String> recipients) {

	/** Ministries and their like write from the capital. */
	private static final String CAPITAL = "Hà Nội";

	/** Puts frames together. */
	@Component
	static class Frames {

		private final Agencies agencies;

		private final Reports reports;

		Frames(Agencies agencies, Reports reports) {
			this.agencies = agencies;
			this.reports = reports;
		}

		PaperFrame of(ReportAddress address) {
			List<Agency> line = agencies.withAncestors(address.agency().id(), address.opening().period().to());
			String place = line.stream().filter(unit -> territory(unit.level())).findFirst().map(unit -> unit.name().vi()).orElse(CAPITAL);
			Agency receiver = receiver(reports.find(address.key()).map(Reports.Obligation::receiver).orElse(address.regime().owner()), address.opening().period().to());
			return new PaperFrame(line.size() < 2 ? "" : line.get(1).fullName().vi(), place, List.of(receiver.fullName().vi()));
		}

		/** Of one that was no more on that day, who took its place. */
		private Agency receiver(AgencyId receiver, LocalDate on) {
			return agencies.get(agencies.heirs(receiver, on).stream().findFirst().orElse(receiver), on);
		}

		private static boolean territory(Agency.Level level) {
			return switch (level) {
				case PROVINCE, DISTRICT, COMMUNE -> true;
				case MINISTRY, DEPARTMENT, ORGANISATION -> false;
			};
		}

	}

}
