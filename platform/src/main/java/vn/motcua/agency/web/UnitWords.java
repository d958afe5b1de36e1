package vn.motcua.agency.web;

import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency.Level;
import vn.motcua.agency.domain.Period;
import vn.motcua.agency.domain.Succession;
import vn.motcua.agency.domain.Sureness;
import vn.motcua.agency.importing.Change;
import vn.motcua.site.Page;

/** Message keys and small phrases of the pages. */
public final class UnitWords {

	private UnitWords() {
	}

	public static String level(Level level) {
		return "agency.level." + level.name().toLowerCase(Locale.ROOT);
	}

	public static String succession(Succession link) {
		return "agency.succession." + link.kind().name().toLowerCase(Locale.ROOT);
	}

	public static String change(Change.Kind kind) {
		return "agency.change." + kind.name().toLowerCase(Locale.ROOT);
	}

	/** "01/01/2021 – 30/06/2025", "đến 30/06/2025", "từ 01/07/2025". */
	public static String days(Page page, LocalDate from, @Nullable LocalDate until) {
		boolean older = from.equals(Period.RECORD_OPENS);
		String last = until == null ? "" : page.date(until.minusDays(1));
		if (older) {
			return until == null ? page.t("agency.days.always") : page.t("agency.days.to", "last", last);
		}
		return until == null ? page.t("agency.days.from", "first", page.date(from)) : page.date(from) + " – " + last;
	}

	public static boolean guessed(UnitPage.State state) {
		return state.from() == Sureness.APPROXIMATE || state.until() == Sureness.APPROXIMATE;
	}

	public static boolean guessed(UnitPage.Link link) {
		return link.succession().sure() == Sureness.APPROXIMATE;
	}

}
