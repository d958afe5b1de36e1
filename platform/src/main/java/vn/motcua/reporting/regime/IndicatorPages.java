package vn.motcua.reporting.regime;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.AnsweredFor;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;

/** All that is known of one indicator: what it is, where it is reported, what it is computed from, what it should reach. */
@Component
public class IndicatorPages {

	private final Indicators indicators;

	private final IndicatorStore store;

	private final Design design;

	private final Regimes regimes;

	private final Cells cells;

	private final Agencies agencies;

	private final AnsweredFor answered;

	IndicatorPages(Indicators indicators, IndicatorStore store, Design design, Regimes regimes, Cells cells, Agencies agencies, AnsweredFor answered) {
		this.indicators = indicators;
		this.store = store;
		this.design = design;
		this.regimes = regimes;
		this.cells = cells;
		this.agencies = agencies;
		this.answered = answered;
	}

	/**
	 * @param sets whether the reader says what it should reach
	 * @param form what was said last
	 */
	public record IndicatorPage(Indicator indicator, @Nullable LocalizedText responsible, List<Regime> regimes, List<LocalizedText> dimensions, List<TargetRow> targets,
			List<Indicator> read, boolean sets, TargetForm form) {
	}

	/** @param unit {@code null} for the country @param by who said it here, {@code null} for what came with a file */
	public record TargetRow(int year, @Nullable LocalizedText unit, BigDecimal amount, String source, @Nullable String by) {
	}

	Indicator get(String typed) {
		return code(typed).flatMap(code -> indicators.all().stream().filter(one -> one.code().equals(code)).findFirst()).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	/** Whoever acts for the agency that answers for an indicator says what it should reach. */
	boolean sets(Indicator indicator, Actor actor) {
		return actor.may(Permission.REPORT_DESIGN) && indicator.responsible() != null && answered.actsFor(actor, indicator.responsible());
	}

	IndicatorPage of(Indicator indicator, Actor actor, TargetForm form) {
		List<Regime> reported = regimes.all().stream().filter(regime -> cells.of(regime.number()).stream().anyMatch(cell -> cell.indicator().equals(indicator.code()))).toList();
		List<LocalizedText> dimensions = design.register().dimensions().stream().filter(one -> indicator.dimensions().contains(one.code())).map(Dimension::name).toList();
		List<TargetRow> targets = store.targets(indicator.code()).stream()
			.map(target -> new TargetRow(target.year(), target.agency() == 0 ? null : name(new AgencyId(target.agency())), target.amount(), target.source(), target.by())).toList();
		List<Indicator> read = indicator.formula() == null ? List.of()
				: indicators.all().stream().filter(one -> indicator.formula().matches(".*\\b" + one.code() + "\\b.*")).toList();
		return new IndicatorPage(indicator, indicator.responsible() == null ? null : name(indicator.responsible()), reported, dimensions, targets, read, sets(indicator, actor), form);
	}

	private @Nullable LocalizedText name(AgencyId agency) {
		return agencies.history(Objects.requireNonNull(agency)).stream().findFirst().map(one -> one.name()).orElse(null);
	}

	private static Optional<IndicatorCode> code(String typed) {
		try {
			return Optional.of(new IndicatorCode(typed));
		}
		catch (IllegalArgumentException malformed) {
			return Optional.empty();
		}
	}

}
