package vn.motcua.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;

/**
 * A report regime as its version in force says, with the eleven contents of Decree 09/2019/NĐ-CP art. 5.
 *
 * @param number number of the regime, by which sheets are kept
 * @param owner agency that issued it and receives in the end
 * @param subjects who reports: the levels in the chain from the bottom up, for example commune, district, province; each reports to the next that
 * exists on the day, the last to the owner
 * @param departmentKind when departments report and not the units themselves, their kind, for example {@code so-y-te}; else {@code null}
 * @param provinces when only some provinces report, their numbers; empty for all
 * @param guidance {@code null} while nobody wrote any
 * @param outline headings of the narrative, empty when only figures are asked for
 */
public record Regime(int number, RegimeCode code, int version, LocalizedText name, LocalizedText content, AgencyId owner, String legalBasis,
		PeriodType periodType, List<Agency.Level> subjects, @Nullable String departmentKind, List<AgencyId> provinces, List<String> methods,
		LocalizedText deadline, LocalizedText cutOff, List<LocalizedText> outline, @Nullable LocalizedText guidance, Burden burden, LocalDate validFrom,
		@Nullable LocalDate validUntil, String source) {

	public Regime {
		subjects = List.copyOf(subjects);
		provinces = List.copyOf(provinces);
		methods = List.copyOf(methods);
		outline = List.copyOf(outline);
	}

	/**
	 * What a report cost who made it on paper (<i>chi phí tuân thủ</i>). What it costs here is measured, and how many there are is counted.
	 *
	 * @param hoursOnPaper working hours for one report before it went electronic, 0 when nobody said
	 * @param source where the hours come from, {@code unverified} when nobody measured
	 */
	public record Burden(BigDecimal hoursOnPaper, String source) {
	}

}
