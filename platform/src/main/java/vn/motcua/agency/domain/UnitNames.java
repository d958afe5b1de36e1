package vn.motcua.agency.domain;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency.Level;
import vn.motcua.kernel.LocalizedText;

/** How a unit is called, short and in full, in both languages: "Hàng Bạc", "Phường Hàng Bạc", "Hàng Bạc Ward". */
public final class UnitNames {

	private record Words(String vi, String en) {
	}

	private static final Map<String, Words> KINDS = Map.of("tinh", new Words("Tỉnh", "Province"), "thanh-pho-trung-uong",
			new Words("Thành phố", "City"), "thanh-pho", new Words("Thành phố", "City"), "quan", new Words("Quận", "District"), "huyen",
			new Words("Huyện", "District"), "thi-xa", new Words("Thị xã", "Town"), "phuong", new Words("Phường", "Ward"), "xa",
			new Words("Xã", "Commune"), "thi-tran", new Words("Thị trấn", "Township"), "dac-khu", new Words("Đặc khu", "Special Zone"));

	private UnitNames() {
	}

	/** Numbered wards and districts are never called by their number alone. */
	public static LocalizedText name(Period period) {
		if (Character.isDigit(period.name().charAt(0))) {
			return full(period, null);
		}
		return new LocalizedText(period.name(), period.nameEn() == null ? period.name() : period.nameEn());
	}

	/** @param territory state of the territory an agency works for, {@code null} where it needs no mention */
	public static LocalizedText full(Period period, @Nullable Period territory) {
		Words words = KINDS.get(period.kind());
		String nameEn = period.nameEn() == null ? period.name() : period.nameEn();
		if (words != null) {
			String en = Character.isDigit(period.name().charAt(0)) ? words.en() + " " + nameEn : nameEn + " " + words.en();
			return new LocalizedText(words.vi() + " " + period.name(), en);
		}
		if (territory == null || period.level() != Level.DEPARTMENT) {
			return new LocalizedText(period.name(), nameEn);
		}
		LocalizedText of = full(territory, null);
		return new LocalizedText(period.name() + " " + of.vi().substring(0, 1).toLowerCase() + of.vi().substring(1), nameEn + " of " + of.en());
	}

}
