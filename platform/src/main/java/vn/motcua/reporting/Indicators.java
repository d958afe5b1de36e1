package vn.motcua.reporting;

import java.util.List;
import java.util.Optional;

import vn.motcua.kernel.LocalizedText;

/** Indicators that figures are reported of. Answered from memory. */
public interface Indicators {

	/** Also one that only a draft asks for yet. */
	Optional<Indicator> find(IndicatorCode code);

	/** A part as people call it, "Female, Urban"; the code of an item that has no name. */
	default LocalizedText words(Breakdown part) {
		return LocalizedText.same(part.value());
	}

	/** In the order of their codes, at most 5,000, without those that only drafts ask for. */
	List<Indicator> all();

}
