package vn.motcua.reporting.analysis;

import java.time.LocalDate;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.PeriodType;

/** How SDMX writes units, parts and periods; its identifiers know fewer signs than ours. */
final class SdmxCodes {

	static final String AGENCY = "MOTCUA";

	static final String VERSION = "1.0.0";

	static final String DATAFLOW = AGENCY + ":DF_FIGURES(" + VERSION + ")";

	static final String DATAFLOW_URN = "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=" + DATAFLOW;

	static final String STRUCTURE_URN = "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=" + AGENCY + ":DSD_FIGURES(" + VERSION + ")";

	static final LocalizedText TOTAL = new LocalizedText("Tổng số", "Total");

	private static final String WHOLE = "_T";

	private SdmxCodes() {
	}

	/** A unit by its number for life: codes are given to others. */
	static String area(Unit unit) {
		return unit.number() == 0 ? Unit.COUNTRY_CODE : "U" + unit.number();
	}

	/** A unit as sent to us: as we write it, or by its statistics or exchange code, as reports name it. */
	static String agency(String area) {
		return area.matches("U[1-9]\\d{0,8}") ? "id:" + area.substring(1) : area;
	}

	static String part(Breakdown breakdown) {
		return breakdown.whole() ? WHOLE : breakdown.value().replace("=", "$").replace(",", "@c").replace(".", "@d").replace("+", "@p");
	}

	/** A part as we write it, or as it is written elsewhere in the interfaces. */
	static String breakdown(String part) {
		return part.equals(WHOLE) ? "" : part.replace("@p", "+").replace("@d", ".").replace("@c", ",").replace("$", "=");
	}

	static String period(PeriodType type, LocalDate starts) {
		return switch (type) {
			case DAY, WEEK, MONTH, QUARTER, YEAR -> Spans.code(type, starts);
			case HALF -> starts.getYear() + "-S" + (starts.getMonthValue() <= 6 ? 1 : 2);
			case TEN_DAYS -> starts + "/P10D";
			case NINE_MONTHS -> starts + "/P9M";
			case SCHOOL_YEAR -> starts + "/P1Y";
			case WINDOW -> starts + "/P0D";
		};
	}

	/** A period as sent to us: SDMX's way or ours; what is neither comes back as it is. */
	static String code(String period) {
		if (period.matches("\\d{4}-S[12]")) {
			return period.replace("-S", "-H");
		}
		if (period.matches("\\d{4}-A1")) {
			return period.substring(0, 4);
		}
		if (period.matches("\\d{4}-M\\d{2}")) {
			return period.replace("-M", "-");
		}
		if (period.matches("\\d{4}-\\d{2}-\\d{2}/P\\w{2,3}") && Spans.first(period.substring(0, 10)).isPresent()) {
			LocalDate starts = LocalDate.parse(period.substring(0, 10));
			return switch (period.substring(11)) {
				case "P10D" -> Spans.code(PeriodType.TEN_DAYS, starts);
				case "P9M" -> Spans.code(PeriodType.NINE_MONTHS, starts);
				case "P1Y" -> Spans.code(PeriodType.SCHOOL_YEAR, starts);
				case "P0D" -> Spans.code(PeriodType.WINDOW, starts);
				default -> period;
			};
		}
		return period;
	}

	/** Observation status of the common codelist CL_OBS_STATUS. */
	static String status(int flags) {
		if (Flag.MISSING.in(flags)) {
			return "M";
		}
		return Flag.SYNTHETIC.in(flags) ? "I" : Flag.ESTIMATE.in(flags) ? "E" : Flag.PROVISIONAL.in(flags) || Flag.PRELIMINARY.in(flags) ? "P" : "A";
	}

}
