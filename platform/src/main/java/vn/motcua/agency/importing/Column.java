package vn.motcua.agency.importing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Columns of a tree file; the heading may be written in English or in unaccented Vietnamese. */
enum Column {

	LEVEL("cap"), KIND("loai"), NAME("ten"), NAME_EN("ten_tieng_anh"), CODE("ma"), PARENT("ma_cap_tren"), EXCHANGE_CODE("ma_dinh_danh"),
	/** Number of a unit, or {@code new} for a unit that takes over a code another one holds. */
	ID("so"),
	/** Codes of the units that went into this one, separated by spaces. */
	REPLACES("thay_cho");

	private final String vietnamese;

	Column(String vietnamese) {
		this.vietnamese = vietnamese;
	}

	String heading() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<Column> of(String heading) {
		String plain = heading.strip().toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter(column -> column.heading().equals(plain) || column.vietnamese.equals(plain)).findFirst();
	}

}
