package vn.motcua.reporting.burden;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import vn.motcua.agency.Agencies;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.reporting.CsvCell;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.site.Page;

/** The burden of every regime as a table, with every parameter beside what is computed from it. */
@Controller
@RequiresPermission(Permission.REPORT_VIEW)
class BurdenController {

	static final String HREF = "/bao-cao/che-do/ganh-nang.csv";

	private static final String HEAD = "code,version,name_vi,name_en,owner_vi,owner_en,reporters,periods_in_year,year_from,reports_in_year,hours_on_paper,paper_source,hours_here,measured_reports,made_up_reports,"
			+ "least_reports,most_reports,idle_minutes,months,yearly_income_vnd,hours_in_year,hour_vnd,parameters_source,saved_hours,saved_vnd\n";

	private final Regimes regimes;

	private final Burdens burdens;

	private final Agencies agencies;

	private final Clock clock;

	BurdenController(Regimes regimes, Burdens burdens, Agencies agencies, Clock clock) {
		this.regimes = regimes;
		this.burdens = burdens;
		this.agencies = agencies;
		this.clock = clock;
	}

	@GetMapping(HREF)
	void csv(HttpServletResponse response) throws IOException {
		response.setContentType("text/csv; charset=utf-8");
		response.setHeader("Content-Disposition", "attachment; filename=ganh-nang-bao-cao.csv");
		response.getOutputStream().write(HEAD.getBytes(StandardCharsets.UTF_8));
		for (Regime regime : regimes.all()) {
			response.getOutputStream().write(line(regime).getBytes(StandardCharsets.UTF_8));
		}
	}

	private String line(Regime regime) {
		BurdenView view = BurdenView.of(burdens.of(regime));
		BurdenRule rule = view.parameters();
		var owner = agencies.get(regime.owner(), LocalDate.now(clock.withZone(Page.ZONE))).name();
		List<String> words = List.of(regime.code().value(), Integer.toString(regime.version()), regime.name().vi(), regime.name().en(), owner.vi(), owner.en());
		Stream<String> counted = Stream.of(Integer.toString(view.reporters()), Integer.toString(view.periodsInYear()), view.yearFrom().toString(), Long.toString(view.reportsInYear()), plain(view.hoursOnPaper()),
				CsvCell.of(view.paperSource()), plain(view.hoursHere()), Integer.toString(view.measuredReports()), Integer.toString(view.madeUpReports()));
		Stream<String> parameters = Stream.of(Integer.toString(rule.leastReports()), Integer.toString(rule.mostReports()), Integer.toString(rule.idleMinutes()), Integer.toString(rule.months()),
				Long.toString(rule.yearlyIncomeVnd()), Integer.toString(rule.hoursInYear()), Long.toString(view.hourVnd()), CsvCell.of(rule.source()));
		Saving saving = view.saving();
		Stream<String> saved = saving == null ? Stream.of("", "") : Stream.of(plain(saving.hours()), Long.toString(saving.amountVnd()));
		return Stream.of(words.stream().map(CsvCell::of), counted, parameters, saved).flatMap(cells -> cells).collect(Collectors.joining(",")) + "\n";
	}

	private static String plain(@Nullable BigDecimal number) {
		return number == null ? "" : number.stripTrailingZeros().toPlainString();
	}

}
