package vn.motcua.catalogue;

import java.util.List;
import java.util.Optional;

import vn.motcua.kernel.LocalizedText;

/**
 * A situation in life for which people need services (<i>nhóm sự kiện</i>).
 *
 * @param id key in bundles and in {@code /su-kien/{id}}
 * @param icon name of its picture
 */
public record LifeEvent(String id, ServiceVersion.Audience audience, String icon, LocalizedText name) {

	/** All of them, citizens' first, in the order of the national portal. */
	public static List<LifeEvent> all() {
		return LifeEvents.ALL;
	}

	public static Optional<LifeEvent> find(String id) {
		return LifeEvents.ALL.stream().filter(event -> event.id().equals(id)).findFirst();
	}

}
