package vn.motcua.reporting.formula;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.IndicatorCode;

/** Which figures a formula may name. */
public interface FormulaNames {

	boolean known(IndicatorCode indicator);

	/** Breakdowns of an indicator that have a place, the whole not among them; what {@code *} stands for. */
	List<Breakdown> parts(IndicatorCode indicator);

	/** Whether the figure has a place; asked for known indicators. */
	boolean has(IndicatorCode indicator, Breakdown breakdown);

	/** Unit of measure; {@code null} when it does not matter. */
	@Nullable String unit(IndicatorCode indicator);

}
