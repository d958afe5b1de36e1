package vn.motcua.reporting.counted;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import vn.motcua.dossier.HandlingFigures.Figure;
import vn.motcua.reporting.IndicatorCode;

/** Indicators of the form and what each counts. The totals are the sums the form checks: received is resolved and in progress. */
enum HandlingIndicator {

	TTHC0100(Figure.ONLINE, Figure.DESK_OR_POST, Figure.CARRIED_OVER), TTHC0101(Figure.ONLINE), TTHC0102(Figure.DESK_OR_POST), TTHC0103(Figure.CARRIED_OVER),
	TTHC0200(Figure.EARLY, Figure.ON_TIME, Figure.LATE), TTHC0201(Figure.EARLY), TTHC0202(Figure.ON_TIME), TTHC0203(Figure.LATE), TTHC0300(Figure.WITHIN_DUE, Figure.OVERDUE),
	TTHC0301(Figure.WITHIN_DUE), TTHC0302(Figure.OVERDUE);

	private final List<Figure> figures;

	HandlingIndicator(Figure... figures) {
		this.figures = List.of(figures);
	}

	static Optional<HandlingIndicator> find(String code) {
		return Arrays.stream(values()).filter(each -> each.name().equals(code)).findFirst();
	}

	IndicatorCode code() {
		return new IndicatorCode(name());
	}

	List<Figure> figures() {
		return figures;
	}

	long of(long[] counts) {
		return figures.stream().mapToLong(figure -> counts[figure.ordinal()]).sum();
	}

}
