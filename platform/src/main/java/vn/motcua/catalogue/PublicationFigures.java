package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;

/** Figures of publication that everybody sees, each counted from lines that everybody may read. */
public interface PublicationFigures {

	/** What is counted; words stand under {@code catalogue.figure.<name>}. */
	enum Figure {

		/** Procedures in force. */
		SERVICES,
		/** Of those, the ones at level 3 or 4. */
		ONLINE,
		/**
		 * Decisions taken in time before they hold: 20 working days by a ministry, 5 by a province (Decision 766/QĐ-TTg, index 1.1).
		 */
		DECIDED_IN_TIME,
		/** Decisions entered here in time after they were taken: 10 working days by a ministry, 5 by a province (index 1.2). */
		ENTERED_IN_TIME,
		/** Records with every part of Decree 63/2010/NĐ-CP art. 8, from a verified source and with their decision. */
		COMPLETE

	}

	/** Parts of a record. Fees, conditions and forms to download stand in it only where there are any and are not asked of all. */
	enum RecordPart {
		NAME, STEPS, CHANNELS, COMPONENTS, TIME, AUDIENCE, AGENCY, FORM, RESULT, LAW, VERIFIED, DECISION
	}

	/** @param of lines counted; {@code met} of them as they should be */
	record Count(long met, long of) {
	}

	/** @param agency exchange code of a ministry, or number of an agency that publishes its own offers */
	record AgencyFigures(String agency, LocalizedText name, Map<Figure, Count> counts) {
	}

	/**
	 * @param parts parts present of all parts asked of all records
	 * @param agencies ministries first, then the agencies that publish their own offers: thousands where every commune does
	 */
	record Summary(LocalDate on, Map<Figure, Count> total, Count parts, Slice<AgencyFigures> agencies) {
	}

	/**
	 * @param workingDays between decision and effect, or decision and entry
	 * @param limitDays how many it had to be, at least or at most
	 */
	record DecisionDays(String number, LocalDate decidedOn, LocalDate effectiveOn, LocalDate enteredOn, int workingDays, int limitDays) {
	}

	/**
	 * One line behind a figure.
	 *
	 * @param met whether it is as it should be
	 * @param days of a decision, else {@code null}
	 * @param missing parts of a record that are not there
	 */
	record Line(String agency, LocalizedText agencyName, ProcedureCode code, LocalizedText name, int level, boolean met, @Nullable DecisionDays days, List<RecordPart> missing) {
	}

	/** @param after where the list of agencies goes on, {@code null} for its beginning */
	Summary summary(LocalDate on, Limit limit, @Nullable String after);

	/** @param agency as in {@link AgencyFigures}, {@code null} for all */
	Slice<Line> lines(Figure figure, @Nullable String agency, LocalDate on, Limit limit, @Nullable String after);

}
