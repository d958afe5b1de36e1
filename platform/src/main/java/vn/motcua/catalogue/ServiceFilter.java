package vn.motcua.catalogue;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What services a reader wants to see; {@code null} for no matter.
 *
 * @param field code of the field of procedures
 * @param agency exchange code of the ministry that regulates it, or the level that handles it, for example {@code commune}
 * @param level online level
 * @param lifeEvent id of a life event
 * @param audience {@code citizen} or {@code enterprise}
 */
public record ServiceFilter(@Nullable String field, @Nullable String agency, @Nullable Integer level, @Nullable String lifeEvent, @Nullable String audience) {

	public static final ServiceFilter NONE = new ServiceFilter(null, null, null, null, null);

	public boolean matches(ServiceVersion service) {
		return (blank(field) || service.field().code().equals(field)) && (blank(agency) || handledBy(service, agency))
				&& (level == null || service.level() == level) && (blank(lifeEvent) || service.lifeEvents().contains(lifeEvent))
				&& (blank(audience) || service.audience().stream().anyMatch(one -> one.name().toLowerCase(Locale.ROOT).equals(audience)));
	}

	private static boolean handledBy(ServiceVersion service, @Nullable String agency) {
		return service.ministry().equals(agency) || service.handling().level().toLowerCase(Locale.ROOT).equals(agency)
				|| agency != null && agency.equals(service.handling().agency());
	}

	private static boolean blank(@Nullable String text) {
		return text == null || text.isEmpty();
	}

}
