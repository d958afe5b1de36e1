package vn.motcua.reporting.regime;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;

/** Indicators in force. */
@Component
class CurrentIndicators implements Indicators {

	private final Design design;

	CurrentIndicators(Design design) {
		this.design = design;
	}

	@Override
	public Optional<Indicator> find(IndicatorCode code) {
		return Optional.ofNullable(design.register().byCode().get(code));
	}

	@Override
	public List<Indicator> all() {
		return design.register().indicators();
	}

}
