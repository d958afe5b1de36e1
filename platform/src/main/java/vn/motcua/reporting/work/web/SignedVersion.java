package vn.motcua.reporting.work.web;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.work.SignedReport;

/** A signed version with its figures and the words in its tables as they were signed. */
public record SignedVersion(SignedReport signed, List<Figure> own, List<Figure> summed, List<Words> words) {

	/** Words in a table. @param text empty where they were taken out @param before what the version before said, {@code null} for nothing */
	public record Words(LocalizedText cell, String text, @Nullable String before, boolean changed) {
	}

	/**
	 * @param part what the breakdown is called, a dash for the whole
	 * @param before what the version before had there, {@code null} for nothing
	 * @param count how many agencies gave it, {@code null} for the reporter's own
	 */
	public record Figure(String code, LocalizedText name, String breakdown, LocalizedText part, BigDecimal amount, @Nullable BigDecimal before, @Nullable Integer count, boolean changed) {
	}

}
