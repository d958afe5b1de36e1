package vn.motcua.reporting.work.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.work.Completeness;
import vn.motcua.reporting.work.Completeness.By;
import vn.motcua.reporting.work.Counts;
import vn.motcua.reporting.work.ReportLists;
import vn.motcua.reporting.work.web.DisciplinePage.Ranked;
import vn.motcua.site.Page;
import vn.motcua.site.component.Choice;

/** Reporting discipline (<i>kỷ luật báo cáo</i>): completeness and timeliness by regime, level and agency, open to all officers. */
@Controller
@RequiresPermission(Permission.REPORT_VIEW)
class DisciplineController {

	private static final String HREF = "/bao-cao/ky-luat";

	private static final int LONGEST_YEARS = 5;

	private static final String HEAD = "\ufeffrank,code,name,name_en,expected,started,sent,on_time,late,missing,accepted,completeness,timeliness\n";

	private final Regimes regimes;

	private final Agencies agencies;

	private final Completeness completeness;

	private final ReportLists lists;

	DisciplineController(@Lazy Regimes regimes, Agencies agencies, Completeness completeness, ReportLists lists) {
		this.regimes = regimes;
		this.agencies = agencies;
		this.completeness = completeness;
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
			text.append(row.rank()).append(',').append(cell(row.code())).append(',').append(cell(row.name().vi())).append(',').append(cell(row.name().en())).append(',')
				.append(counts.expected()).append(',').append(counts.started()).append(',').append(counts.sent()).append(',').append(counts.onTime()).append(',')
				.append(counts.late()).append(',').append(counts.missing()).append(',').append(counts.accepted()).append(',')
				.append(share(counts.completeness())).append(',').append(share(counts.timeliness())).append('\n');
		}
		response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	private DisciplinePage page(Map<String, String> typed) {
		LocalDate today = LocalDate.ofInstant(lists.now(), Page.ZONE);
		LocalDate to = day(typed.get("den"), today);
		LocalDate from = day(typed.get("tu"), to.minusYears(1).plusDays(1));
		from = from.isAfter(to) || from.plusYears(LONGEST_YEARS).isBefore(to) ? to.minusYears(1).plusDays(1) : from;
		String level = DisciplinePage.LEVELS.contains(typed.getOrDefault("cap", "")) ? typed.get("cap") : "province";
		String code = typed.getOrDefault("che-do", "");
		Regime regime = code.isBlank() ? null : ReportAddress.regime(regimes, code);
		List<Agency> provinces = agencies.all(Agency.Level.PROVINCE, to);
		String parent = provinces.stream().map(ReportAddress::name).filter(name -> name.equals(typed.get("don-vi"))).findFirst()
			.orElse(level.equals("commune") && !provinces.isEmpty() ? ReportAddress.name(provinces.getFirst()) : "");
		List<Choice> choices = provinces.stream().map(province -> new Choice(ReportAddress.name(province), province.name().vi())).toList();
		List<Ranked> rows = regime == null ? byRegime(from, to) : ranked(regime, level, from, to, parent);
		return new DisciplinePage(regimes.all(), regime, level, from, to, level.equals("commune") ? parent : "", choices, rows);
	}

	private List<Ranked> byRegime(LocalDate from, LocalDate to) {
		List<Ranked> rows = new ArrayList<>();
		for (Regime regime : regimes.all()) {
			Counts counts = completeness.of(regime, from, to, By.COUNTRY, null).stream().map(Completeness.Line::counts).reduce(Counts.NONE, Counts::plus);
			if (counts.expected() > 0) {
				rows.add(new Ranked(0, regime.code().value(), regime.name(), counts, HREF + "?che-do=" + regime.code() + "&tu=" + from + "&den=" + to));
			}
		}
		return ordered(rows);
	}

	private List<Ranked> ranked(Regime regime, String level, LocalDate from, LocalDate to, String parent) {
		By by = By.valueOf(level.toUpperCase(Locale.ROOT));
		Agency under = parent.isEmpty() ? null : ReportAddress.agency(agencies, parent, to);
		Map<Integer, Ranked> units = new LinkedHashMap<>();
		for (Completeness.Line line : completeness.of(regime, from, to, by, under == null ? null : under.id())) {
			Ranked before = units.get(line.unit());
			Counts counts = before == null ? line.counts() : before.counts().plus(line.counts());
			units.put(line.unit(), new Ranked(0, line.code(), line.name(), counts, href(regime, by, line, from, to)));
		}
		return ordered(new ArrayList<>(units.values()));
	}

	/** A province opens to its communes, a commune to its report of the latest period. */
	private static @Nullable String href(Regime regime, By by, Completeness.Line line, LocalDate from, LocalDate to) {
		return switch (by) {
			case PROVINCE -> regime.subjects().contains(Agency.Level.COMMUNE)
					? HREF + "?che-do=" + regime.code() + "&cap=commune&don-vi=" + line.code() + "&tu=" + from + "&den=" + to : null;
			case COMMUNE, COUNTRY, MINISTRY, DISTRICT -> null;
		};
	}

	/** By timeliness, then completeness, then code; equal shares have one rank. */
	private static List<Ranked> ordered(List<Ranked> rows) {
		rows.sort(Comparator.comparingDouble((Ranked row) -> -row.counts().timeliness()).thenComparingDouble(row -> -row.counts().completeness()).thenComparing(Ranked::code));
		List<Ranked> ranked = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			Ranked row = rows.get(i);
			boolean same = i > 0 && rows.get(i - 1).counts().timeliness() == row.counts().timeliness() && rows.get(i - 1).counts().completeness() == row.counts().completeness();
			ranked.add(new Ranked(same ? ranked.getLast().rank() : i + 1, row.code(), row.name(), row.counts(), row.href()));
		}
		return ranked;
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

	private static String share(double share) {
		return String.format(Locale.ROOT, "%.4f", share);
	}

	/** Quoted where it must be; a leading sign of a formula is made harmless. */
	private static String cell(String text) {
		String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
		return safe.matches("[^\",;\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
	}

}
