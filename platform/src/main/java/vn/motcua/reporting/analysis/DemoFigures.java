package vn.motcua.reporting.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.reporting.IndicatorCode;

/** Made-up monthly figures of provinces: the same every time, of a believable size, growing and with seasons. A merged province has what those that went into it had. */
public final class DemoFigures {

	/** What stands as the source of a plan that was made up. */
	public static final String SOURCE = "synthetic";

	private static final LocalDate BEFORE_MERGERS = LocalDate.of(2025, 6, 30);

	private static final int FIRST_YEAR = 2022;

	private static final double YEARLY_GROWTH = 0.075;

	/** About what the whole country has in a month of the first year. */
	private static final Map<String, Double> COUNTRY = Map.of("TT0202", 1_150_000.0, "TT0203", 480_000.0, "TT0204", 30_500.0, "TT0205", 29_400.0, "TC0101", 148_000.0,
			"TC0303", 46_000.0, "KD0101", 12_600.0, "TT0402", 1_050_000.0);

	/** Shares of the large ones, in thousandths, by the statistics code of 2022; the others have about ten. */
	private static final Map<String, Integer> LARGE = Map.ofEntries(Map.entry("79", 170), Map.entry("01", 130), Map.entry("74", 60), Map.entry("75", 52), Map.entry("27", 50),
			Map.entry("31", 44), Map.entry("22", 30), Map.entry("24", 28), Map.entry("77", 26), Map.entry("19", 24), Map.entry("48", 20), Map.entry("38", 20), Map.entry("26", 18),
			Map.entry("40", 17), Map.entry("80", 17), Map.entry("30", 16), Map.entry("56", 15), Map.entry("92", 14));

	private final Agencies agencies;

	private final Map<String, Double> shares = new LinkedHashMap<>();

	public DemoFigures(Agencies agencies) {
		this.agencies = agencies;
	}

	public static boolean has(IndicatorCode indicator) {
		return COUNTRY.containsKey(indicator.value());
	}

	public BigDecimal of(Agency province, YearMonth month, IndicatorCode indicator, int decimals) {
		double share = 0;
		if (month.isAfter(YearMonth.from(BEFORE_MERGERS))) {
			for (Agency part : agencies.answering(province.id(), BEFORE_MERGERS)) {
				share += share(part, indicator);
			}
		}
		else {
			share = share(province, indicator);
		}
		double years = month.getYear() - FIRST_YEAR + (month.getMonthValue() - 1) / 12.0;
		double season = 1 + 0.08 * Math.sin((month.getMonthValue() - 3) / 12.0 * 2 * Math.PI) - (month.getMonthValue() == 2 ? 0.12 : 0);
		double noise = 0.94 + 0.12 * random(province.code() + month + indicator);
		double value = COUNTRY.get(indicator.value()) * share * Math.pow(1 + YEARLY_GROWTH, years) * season * noise;
		return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
	}

	private double share(Agency province, IndicatorCode indicator) {
		return shares.computeIfAbsent(province.code() + indicator,
				key -> LARGE.getOrDefault(province.code(), (int) Math.round(4 + 6 * random(province.code()))) / 1000.0 * (0.85 + 0.3 * random(key)));
	}

	/** From 0 to 1, the same every time. */
	public static double random(String seed) {
		CRC32 sum = new CRC32();
		sum.update(seed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
		return (sum.getValue() * 2_654_435_761L >>> 11 & 0xfffff) / (double) 0x100000;
	}

}
