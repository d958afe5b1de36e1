package vn.motcua.reporting.work;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads signed figures back from the text that was signed. */
@Component
public class SignedVersions {

	/** @param count how many agencies gave it, {@code null} for the reporter's own */
	public record Figure(String indicator, String breakdown, BigDecimal amount, @Nullable BigDecimal before, @Nullable Integer count, boolean changed) {
	}

	/** Figures of a version beside those of the one before it. */
	public List<Figure> figures(SignedReport signed, @Nullable SignedReport before) {
		Map<String, BigDecimal> earlier = before == null ? Map.of() : SignedFigures.read(before.record()).byCell();
		return SignedFigures.read(signed.record()).lines().stream().map(line -> {
			BigDecimal was = earlier.get((line.count() == null ? "own|" : "sum|") + line.indicator() + "|" + line.breakdown());
			boolean changed = before != null && (was == null || was.compareTo(line.amount()) != 0);
			return new Figure(line.indicator(), line.breakdown(), line.amount(), was, line.count(), changed);
		}).toList();
	}

}
