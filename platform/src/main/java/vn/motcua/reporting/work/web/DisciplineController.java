package vn.motcua.reporting.work.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.reporting.CsvCell;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.work.Counts;
import vn.motcua.reporting.work.LevelCompleteness;
import vn.motcua.reporting.work.ReportLists;
import vn.motcua.reporting.work.web.DisciplinePage.Ranked;
import vn.motcua.site.Page;
import vn.motcua.site.component.Choice;

/** Reporting discipline (<i>kỷ luật báo cáo</i>): completeness and timeliness by regime, level and agency, open to all officers. */
@Controller
@RequiresPermission(Permission.REPORT_VIEW)
class DisciplineController {

	static final String HREF = "/bao-cao/ky-luat";

	private static final int LONGEST_YEARS = 5;

	private static final String HEAD = "\ufeffrank,code,name,name_en,expected,due,started,sent,on_time,late,missing,accepted,completeness,timeliness\n";

	private final Regimes regimes;

	private final Agencies agencies;

	private final DisciplineTables tables;

	private final ReportLists lists;

	DisciplineController(@Lazy Regimes regimes, Agencies agencies, DisciplineTables tables, ReportLists lists) {
		this.regimes = regimes;
		this.agencies = agencies;
		this.tables = tables;
		this.lists = lists;
	}

	@GetMapping(HREF)
	String discipline(@RequestParam Map<String, String> typed, Model model) {
		model.addAttribute("it", page(typed));
		return "reporting/steps/discipline";
	}

	@GetMapping(HREF + ".csv")
	void csv(@RequestParam Map<String, String> typed, HttpServletResponse response) throws java.io.IOException {
		response.setContentType("text/csv; charset=utf-8");
		response.setHeader("Content-Disposition", "attachment; filename=ky-luat-bao-cao.csv");
		StringBuilder text = new StringBuilder(HEAD);
		for (Ranked row : page(typed).rows()) {
			Counts counts = row.counts();
			text.append(counts.due() == 0 ? "" : row.rank()).append(',').append(CsvCell.of(row.code())).append(',').append(CsvCell.of(row.name().vi())).append(',').append(CsvCell.of(row.name().en())).append(',')
				.append(counts.expected()).append(',').append(counts.due()).append(',').append(counts.started()).append(',').append(counts.sent()).append(',').append(counts.onTime()).append(',')
				.append(counts.late()).append(',').append(counts.missing()).append(',').append(counts.accepted()).append(',')
				.append(share(counts, counts.completeness())).append(',').append(share(counts, counts.timeliness())).append('\n');
		}
		response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	private DisciplinePage page(Map<String, String> typed) {
		LocalDate today = LocalDate.ofInstant(lists.now(), Page.ZONE);
		LocalDate to = day(typed.get("den"), today);
		LocalDate from = day(typed.get("tu"), to.minusYears(1).plusDays(1));
		from = from.isAfter(to) || from.plusYears(LONGEST_YEARS).isBefore(to) ? to.minusYears(1).plusDays(1) : from;
		String code = typed.getOrDefault("che-do", "");
		Regime regime = code.isBlank() ? null : ReportAddress.regime(regimes, code);
		String level = DisciplinePage.LEVELS.contains(typed.getOrDefault("cap", "")) ? typed.get("cap") : usual(regime);
		List<Agency> provinces = agencies.all(Agency.Level.PROVINCE, to);
		String parent = provinces.stream().map(ReportAddress::name).filter(name -> name.equals(typed.get("don-vi"))).findFirst()
			.orElse(regime != null && level.equals("commune") && !provinces.isEmpty() ? ReportAddress.name(provinces.getFirst()) : "");
		List<Choice> choices = provinces.stream().map(province -> new Choice(ReportAddress.name(province), province.name().vi())).toList();
		String shown = regime == null || level.equals("commune") ? parent : "";
		List<Ranked> rows = regime == null ? tables.byRegime(from, to, shown) : tables.ranked(regime, level, from, to, shown);
		List<LevelCompleteness.OfLevel> levels = regime == null ? List.of() : tables.byLevel(regime, from, to);
		return new DisciplinePage(regimes.all(), regime, level, from, to, shown, choices, levels, rows);
	}

	/** The level that the regime's owner looks at first. */
	private static String usual(@Nullable Regime regime) {
		return regime != null && regime.subjects().getLast() == Agency.Level.MINISTRY && !regime.subjects().contains(Agency.Level.PROVINCE) ? "ministry" : "province";
	}

	private static LocalDate day(@Nullable String typed, LocalDate unless) {
		try {
			LocalDate day = typed == null || typed.isBlank() ? unless : LocalDate.parse(typed);
			return day.getYear() < 2000 || day.getYear() > 2100 ? unless : day;
		}
		catch (DateTimeParseException notADay) {
			return unless;
		}
	}

	/** Empty where nothing was due. */
	private static String share(Counts counts, double share) {
		return counts.due() == 0 ? "" : String.format(Locale.ROOT, "%.4f", share);
	}

}
