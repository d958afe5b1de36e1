package vn.motcua.reporting.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.cli.Loading;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.ValueSource;

/** Figures of single units that nobody owed, in periods that are closed: what an analysis reads. */
public final class ReportedFigures {

	public static final RegimeCode MONTHLY = new RegimeCode("VPCP.KTXH.THANG");

	private final BeanFactory program;

	public ReportedFigures(BeanFactory program) {
		this.program = program;
	}

	public ReportedFigures report(String period, Agency unit, String indicator, String amount) {
		return report(MONTHLY, period, unit, indicator, Breakdown.WHOLE, amount);
	}

	/** Leaves the period open when it was. */
	public ReportedFigures report(RegimeCode code, String period, Agency unit, String indicator, Breakdown part, String amount) {
		int regime = regime(code);
		program.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
			LocalDate starts = regimes().open(regime, period).period().starts();
			Cell cell = program.getBean(Cells.class).find(regime, new IndicatorCode(indicator), part).orElseThrow();
			BigDecimal figure = new BigDecimal(amount).setScale(cell.decimals(), RoundingMode.HALF_UP);
			program.getBean(Sheets.class).save(new SheetKey(regime, starts, unit.id()), List.of(new Sheets.CellChange(cell.position(), figure, null)), ValueSource.CORRECTED,
					new Actor(Actor.Kind.OFFICER, Actor.SYSTEM_ACCOUNT, "Người đếm", null, null, Set.of()));
		});
		return this;
	}

	public ReportedFigures close(RegimeCode code, String... periods) {
		int regime = regime(code);
		for (String period : periods) {
			program.getBean(TransactionTemplate.class).executeWithoutResult(status -> regimes().close(regime, regimes().open(regime, period).period().starts()));
		}
		return this;
	}

	/** Waits until the figures of a unit are in the totals. */
	public ReportedFigures counted(RegimeCode code, Agency unit, String... periods) {
		int regime = regime(code);
		for (String period : periods) {
			LocalDate starts = regimes().period(regime, period).orElseThrow().period().starts();
			await().atMost(Duration.ofSeconds(60)).until(() -> !program.getBean(Totals.class).totals(regime, starts, starts, List.of(unit.id().value())).isEmpty());
		}
		return this;
	}

	/** Takes in a file as {@code ./motcua load} does. */
	public ReportedFigures load(String text) {
		Loading loading = ((ListableBeanFactory) program).getBeansOfType(Loading.class).values().stream().filter(each -> each.takes(text.lines().findFirst().orElseThrow())).findFirst().orElseThrow();
		try {
			assertThat(loading.load(new BufferedReader(new StringReader(text)), false).findings()).isEmpty();
		}
		catch (IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
		return this;
	}

	public Agency province(String code, LocalDate on) {
		return program.getBean(Agencies.class).findByCode(Agency.Level.PROVINCE, code, on).orElseThrow();
	}

	private int regime(RegimeCode code) {
		return regimes().find(code).orElseThrow().number();
	}

	private Regimes regimes() {
		return program.getBean(Regimes.class);
	}

}
