package vn.motcua.site;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.access.Permission;

/**
 * One entry of the main navigation, registered as a bean by the module that owns the page.
 *
 * @param area which navigation it stands in
 * @param order place from the left, tens
 * @param href path of the page
 * @param label message key
 * @param permission who sees it, {@code null} for everybody
 */
public record NavigationEntry(Area area, int order, String href, String label, @Nullable Permission permission) {

	public enum Area {
		CITIZEN, OFFICER, ADMINISTRATOR
	}

}
