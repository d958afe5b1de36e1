package vn.motcua.reporting.work.web;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.work.SignedReport;

/** A signed version with its figures as they were signed. */
public record SignedVersion(SignedReport signed, List<Figure> own, List<Figure> summed) {

	/**
	 * @param before what the version before had there, {@code null} for nothing
	 * @param count how many agencies gave it, {@code null} for the reporter's own
	 */
	public record Figure(String code, LocalizedText name, String breakdown, BigDecimal amount, @Nullable BigDecimal before, @Nullable Integer count, boolean changed) {
	}

}
