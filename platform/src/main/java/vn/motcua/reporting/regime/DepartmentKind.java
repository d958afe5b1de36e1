package vn.motcua.reporting.regime;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.site.Page;

/**
 * A kind of department that can be asked to report.
 *
 * @param of level of the units that have such departments, {@code null} where no unit has one any more
 */
public record DepartmentKind(String kind, LocalizedText name, Agency.@Nullable Level of) {

	private static final Set<Agency.Level> NAMED = EnumSet.of(Agency.Level.MINISTRY, Agency.Level.DISTRICT, Agency.Level.COMMUNE);

	/** Its name; with whose it is where that is neither a province nor a department of it: <i>Công an (xã, phường)</i>. */
	public String words(Page page) {
		return of == null || !NAMED.contains(of) ? page.text(name) : page.text(name) + " (" + page.t("reporting.work.level." + of.name().toLowerCase(Locale.ROOT)) + ")";
	}

}
