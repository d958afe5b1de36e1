package vn.motcua.reporting.regime;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Template;

/**
 * A regime as its file writes it, documented in {@code docs/modules/reporting.md}. Texts are {@code Vietnamese | English}.
 *
 * @param owner kind of the agency that issued it, for example {@code bo-y-te}
 * @param version number of the version the file describes, from 1
 * @param provinces when only some provinces report, their codes on the first day of the version
 */
record WrittenRegime(String code, String owner, int version, LocalDate validFrom, @Nullable LocalDate validUntil, PeriodType period, LocalizedText name,
		LocalizedText content, String legalBasis, String source, List<Agency.Level> subjects, @Nullable String department, @Nullable List<String> provinces, List<String> methods,
		@Nullable List<LocalizedText> outline, LocalizedText guidance, WrittenRule rule, WrittenBurden burden, @Nullable List<WrittenTable> tables,
		@Nullable List<Template.Narrative> narratives, @Nullable List<Template.Check> checks) {

	/** @param cutOff {@code decree}, {@code calendar} or the members of {@link CutOff} */
	record WrittenRule(@Nullable JsonNode cutOff, @Nullable Integer workingDays, @Nullable Integer days, @Nullable Integer dayOfMonth, @Nullable Integer months,
			@Nullable LocalTime time, @Nullable Integer opensDaysBefore, @Nullable Integer graceWorkingDays, @Nullable Integer closesWorkingDays, @Nullable List<PeriodRule.Window> windows) {

		PeriodRule rule(PeriodType type) {
			PeriodRule usual = PeriodRule.usual(type);
			PeriodRule rule = new PeriodRule(type, cutOff == null ? usual.cutOff() : cutOff(cutOff), deadline(), opensDaysBefore == null ? usual.opensDaysBefore() : opensDaysBefore,
					graceWorkingDays == null ? 0 : graceWorkingDays, closesWorkingDays, windows == null ? List.of() : windows);
			if (rule.opensTooLate() || rule.windows().stream().map(PeriodRule.Window::from).distinct().count() < rule.windows().size()) {
				throw new IllegalArgumentException("a period opens before it is due, and windows begin on days of their own");
			}
			return rule;
		}

		private static CutOff cutOff(JsonNode written) {
			return switch (written.asString("")) {
				case "decree" -> CutOff.DECREE;
				case "calendar" -> CutOff.CALENDAR;
				default -> new CutOff(written.path("from_month").asInt(0), written.path("from_day").asInt(1), written.path("to_month").asInt(0),
						written.path("to_day").asInt(31), written.path("shift_days").asInt(0));
			};
		}

		private Deadline deadline() {
			LocalTime by = time == null ? Deadline.CLOSE : time;
			if (dayOfMonth != null) {
				return new Deadline(Deadline.Kind.DAY_OF_MONTH, dayOfMonth, months == null ? 0 : months, by);
			}
			return days != null ? new Deadline(Deadline.Kind.DAYS, days, 0, by)
					: new Deadline(Deadline.Kind.WORKING_DAYS, workingDays == null ? Deadline.USUAL.count() : workingDays, 0, by);
		}

	}

	/** Files of earlier releases also said what is counted and measured now; that is read past. */
	@JsonIgnoreProperties({ "hours_electronic", "reports_in_year" })
	record WrittenBurden(BigDecimal hoursOnPaper, String source) {
	}

	/** @param chosen numbers of the provinces that are named */
	RegimeContent regimeContent(List<Integer> chosen) {
		return new RegimeContent(name, content, legalBasis, subjects, department, chosen, methods, outline, guidance,
				new Regime.Burden(burden.hoursOnPaper(), burden.source()), rule.rule(period), source);
	}

	Template template() {
		return new Template(tables == null ? List.of() : tables.stream().map(WrittenTable::table).toList(), narratives == null ? List.of() : narratives,
				checks == null ? List.of() : checks);
	}

}
