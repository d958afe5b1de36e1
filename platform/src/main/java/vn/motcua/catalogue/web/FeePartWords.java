package vn.motcua.catalogue.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.Assessment.FeeLine;
import vn.motcua.catalogue.FeePart;
import vn.motcua.site.Page;

/** How a fee came about, in words. */
public final class FeePartWords {

	private FeePartWords() {
	}

	/** Nothing was computed: the amount is simply the fee's. */
	public static boolean plain(FeeLine fee) {
		return fee.parts().isEmpty() || fee.parts().size() == 1 && fee.parts().getFirst().kind() == FeePart.Kind.BASE;
	}

	/** The legal basis of a part, {@code null} where it is the fee's own, which stands under all parts. */
	public static @Nullable String legalBasis(FeeLine fee, FeePart part) {
		return Objects.equals(part.legalBasis(), fee.legalBasis()) ? null : part.legalBasis();
	}

	public static String of(Page page, FeePart part) {
		String name = part.name() == null ? "" : page.text(part.name());
		return switch (part.kind()) {
			case BASE -> page.t("catalogue.fee.part.base");
			case UNITS -> page.t(name.isEmpty() ? "catalogue.fee.part.units.plain" : "catalogue.fee.part.units", "of", number(page, part.of()), "rate", money(page, part.rate()), "name", name);
			case PERCENTAGE -> page.t(name.isEmpty() ? "catalogue.fee.part.percentage" : "catalogue.fee.part.percentage.name", "of", money(page, part.of()), "rate", number(page, part.rate()), "name", name);
			case REDUCTION -> page.t(part.rate() == null ? "catalogue.fee.part.reduction" : "catalogue.fee.part.reduction.share", "rate", number(page, part.rate()), "name", name);
			case CAP -> page.t("catalogue.fee.part.cap", "of", money(page, part.of()));
			case TIMES -> page.t("catalogue.fee.part.times", "of", money(page, part.of()), "rate", number(page, part.rate()));
			case EXEMPTION -> page.t("catalogue.fee.part.exemption", "name", name);
		};
	}

	/** With a real minus sign. */
	public static String signed(Page page, FeePart part) {
		return (part.amountVnd() < 0 ? "−" : "") + page.money(Math.abs(part.amountVnd()));
	}

	private static String number(Page page, @Nullable BigDecimal value) {
		return value == null ? "" : page.number(value);
	}

	private static String money(Page page, @Nullable BigDecimal value) {
		return value == null ? "" : page.money(value.setScale(0, RoundingMode.HALF_UP).longValue());
	}

}
