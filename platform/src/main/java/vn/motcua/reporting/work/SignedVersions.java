package vn.motcua.reporting.work;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.reporting.ReportAddress;

/** Reads signed figures and words back from the text that was signed. */
@Component
public class SignedVersions {

	private final Signing signing;

	SignedVersions(Signing signing) {
		this.signing = signing;
	}

	/** @param count how many agencies gave it, {@code null} for the reporter's own */
	public record Figure(String indicator, String breakdown, BigDecimal amount, @Nullable BigDecimal before, @Nullable Integer count, boolean changed) {
	}

	/** Words in a table. @param text empty where a version has none any more @param before those of the version before, {@code null} for none */
	public record Words(String code, String text, @Nullable String before, boolean changed) {
	}

	/** Words of a version beside those of the one before it, with those that were taken out. */
	public List<Words> words(SignedReport signed, @Nullable SignedReport before) {
		Map<String, String> earlier = before == null ? Map.of() : SignedFigures.read(before.record()).words();
		Map<String, String> now = SignedFigures.read(signed.record()).words();
		return Stream.concat(now.keySet().stream(), earlier.keySet().stream()).distinct()
			.map(code -> new Words(code, now.getOrDefault(code, ""), earlier.get(code), before != null && !now.getOrDefault(code, "").equals(earlier.getOrDefault(code, "")))).toList();
	}

	/** Figures of a version beside those of the one before it. */
	public List<Figure> figures(SignedReport signed, @Nullable SignedReport before) {
		return figures(SignedFigures.read(signed.record()), before);
	}

	/** @param mark another as soon as any figure or word of it is */
	public record Standing(List<Figure> figures, String mark) {
	}

	/** What would be signed now, beside what was signed last. */
	public Standing standing(ReportAddress address, @Nullable SignedReport last) {
		Signing.Standing now = signing.standing(address);
		return new Standing(figures(now.figures(), last), now.mark());
	}

	private static List<Figure> figures(SignedFigures figures, @Nullable SignedReport before) {
		Map<String, BigDecimal> earlier = before == null ? Map.of() : SignedFigures.read(before.record()).byCell();
		return figures.lines().stream().map(line -> {
			BigDecimal was = earlier.get((line.count() == null ? "own|" : "sum|") + line.indicator() + "|" + line.breakdown());
			boolean changed = before != null && (was == null || was.compareTo(line.amount()) != 0);
			return new Figure(line.indicator(), line.breakdown(), line.amount(), was, line.count(), changed);
		}).toList();
	}

}
