package vn.motcua.catalogue.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.PublicationFigures.Count;
import vn.motcua.catalogue.PublicationFigures.Figure;
import vn.motcua.catalogue.PublicationFigures.Line;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.site.Page;

/**
 * The lines behind a figure.
 *
 * @param agency whose, {@code null} for all
 */
public record FigureLinesPage(Figure figure, @Nullable String agency, Slice<Line> lines) {

	public String href(@Nullable String after) {
		return href(figure, agency) + (after == null ? "" : (agency == null ? "?" : "&") + "sau=" + after);
	}

	public static String href(Figure figure, @Nullable String agency) {
		return "/thong-ke/dich-vu/" + slug(figure) + (agency == null ? "" : "?co-quan=" + agency);
	}

	public static String slug(Figure figure) {
		return switch (figure) {
			case SERVICES -> "thu-tuc";
			case ONLINE -> "truc-tuyen";
			case DECIDED_IN_TIME -> "cong-bo-dung-han";
			case ENTERED_IN_TIME -> "cap-nhat-dung-han";
			case COMPLETE -> "day-du";
		};
	}

	public static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** "7 / 8 (87,5 %)", or only the number where all are counted; a dash where there is nothing. */
	public static String words(Page page, Figure figure, @Nullable Count count) {
		if (count == null || count.of() == 0) {
			return "–";
		}
		return figure == Figure.SERVICES ? page.number(count.of())
				: page.number(count.met()) + " / " + page.number(count.of()) + " (" + percent(page, count) + ")";
	}

	/** "7 / 8", or a dash where there is nothing. */
	public static String value(Page page, Figure figure, @Nullable Count count) {
		return count == null || count.of() == 0 ? "–" : figure == Figure.SERVICES ? page.number(count.of()) : page.number(count.met()) + " / " + page.number(count.of());
	}

	/** The share as the unit of a tile, {@code null} where there is none. */
	public static @Nullable String unit(Page page, Figure figure, @Nullable Count count) {
		return count == null || count.of() == 0 || figure == Figure.SERVICES ? null : percent(page, count);
	}

	public static String percent(Page page, Count count) {
		return count.of() == 0 ? "–" : String.format(page.english() ? Locale.ENGLISH : Locale.of("vi", "VN"), page.english() ? "%.1f%%" : "%.1f\u00a0%%", 100.0 * count.met() / count.of());
	}

}
