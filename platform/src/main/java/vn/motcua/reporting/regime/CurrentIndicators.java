package vn.motcua.reporting.regime;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Breakdown;
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
	public LocalizedText words(Breakdown part) {
		List<LocalizedText> items = Arrays.stream(part.value().split(",")).map(this::item).toList();
		return new LocalizedText(items.stream().map(LocalizedText::vi).collect(Collectors.joining(", ")), items.stream().map(LocalizedText::en).collect(Collectors.joining(", ")));
	}

	@Override
	public List<Indicator> all() {
		return design.register().published();
	}

	private LocalizedText item(String part) {
		String[] names = part.split("=", 2);
		return design.register().dimensions().stream().filter(dimension -> dimension.code().equals(names[0])).flatMap(dimension -> dimension.items().stream())
			.filter(item -> names.length == 2 && item.code().equals(names[1])).findFirst().map(Dimension.Item::name).orElse(LocalizedText.same(part));
	}

}
